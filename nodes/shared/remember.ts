const MOST_REMEMBERED = 1000;

const seenInProcess = new Map<string, Set<string>>();

/**
 * Whether something comes for the first time, and remembers it. The stored list survives restarts; the one in memory
 * catches what arrives before the stored one is written.
 *
 * @param place - tells apart who remembers, for instance the address a notification came to
 * @param stored - the list in n8n's storage, oldest first
 * @returns the list to store, or undefined for what was there before
 */
export function remember(place: string, id: string, stored: string[] = []): string[] | undefined {
	const inProcess = seenInProcess.get(place) ?? new Set<string>();
	seenInProcess.set(place, inProcess);
	if (inProcess.has(id) || stored.includes(id)) return undefined;
	inProcess.add(id);
	for (const oldest of inProcess) {
		if (inProcess.size <= MOST_REMEMBERED) break;
		inProcess.delete(oldest);
	}
	// Two handled at the same moment overwrite each other's list; what this process knows goes into each.
	return [...new Set([...stored, ...inProcess])].slice(-MOST_REMEMBERED);
}
