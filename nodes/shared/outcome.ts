/** How a piece of work ended; failures are values here, to be judged where they are understood. */
export type Outcome<T> = { value: T; error?: undefined } | { error: Error };

/** Does the work and tells how it ended, instead of throwing. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
	try {
		return { value: await work() };
	} catch (error) {
		return { error: error instanceof Error ? error : new Error(String(error)) };
	}
}

/** Longer chains of causes are circles. */
const LONGEST_CHAIN = 10;

/** An error and what caused it, outermost first. */
export function causesOf(error: unknown): Error[] {
	const chain: Error[] = [];
	for (let current = error; current instanceof Error; current = current.cause) {
		if (chain.length >= LONGEST_CHAIN) break;
		chain.push(current);
	}
	return chain;
}
