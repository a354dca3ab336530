/** A step that did not do what it should, said in words for the reader. */
export class DemoFailure extends Error {}

export function expectThat(condition: boolean, otherwise: string): asserts condition {
	if (!condition) throw new DemoFailure(otherwise);
}

export function needed<T>(value: T | undefined | null, otherwise: string): T {
	expectThat(value !== undefined && value !== null, otherwise);
	return value;
}

/** A limit for what is awaited, so that an event that never comes is a reason and no endless wait. */
export async function within<T>(
	seconds: number,
	work: Promise<T>,
	otherwise: () => Promise<string> | string,
): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<'late'>((resolve) => {
		timer = setTimeout(() => resolve('late'), seconds * 1000);
	});
	try {
		const first = await Promise.race([work.then((value) => ({ value })), late]);
		if (first !== 'late') return first.value;
	} finally {
		clearTimeout(timer);
	}
	throw new DemoFailure(`${await otherwise()} (waited ${seconds} seconds)`);
}
