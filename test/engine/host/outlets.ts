/** Hears of everything that leaves the host: executions, log lines, HTTP answers, lists, errors, stored static data. */
export type Listener = (where: string, value: unknown) => void;

let listener: Listener | undefined;

/** Has everything told that leaves any host of this process from now on. */
export function listenToOutlets(heard: Listener): void {
	listener = heard;
}

/** Passes on what leaves the host. */
export function letOut<T>(where: string, value: T): T {
	listener?.(where, value);
	return value;
}

/** Passes on what work gives, or why it failed. */
export async function letOutOf<T>(where: string, work: () => Promise<T>): Promise<T> {
	try {
		return letOut(where, await work());
	} catch (error) {
		throw letOut(`error of ${where}`, error);
	}
}
