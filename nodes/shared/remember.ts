const MOST_REMEMBERED = 1000;

interface Memory {
	/** What was handled, oldest first. */
	done: Set<string>;
	/** What is being handled, with how it went. */
	underWay: Map<string, () => boolean | undefined>;
}

const inProcess = new Map<string, Memory>();

/**
 * Whether something comes for the first time, and remembers it. What is stored survives restarts; what is in memory
 * catches what arrives before the other is written.
 *
 * @param place - tells apart who remembers, for instance the address a notification came to
 * @param id - without blanks
 * @param stored - what n8n has stored: ids with a blank between, oldest first. One text is read at once; in a list n8n
 * watches each entry for changes.
 * @param succeeded - whether it could be handled, asked later; undefined while that is open. What failed counts as
 * never seen.
 * @returns what to store now, or how far one that came before has come
 */
export function remember(
	place: string,
	id: string,
	stored = '',
	succeeded: () => boolean | undefined = () => true,
): { stored: string } | 'done' | 'underWay' {
	const memory = inProcess.get(place) ?? { done: new Set(), underWay: new Map() };
	inProcess.set(place, memory);
	settle(memory);
	const { done, underWay } = memory;
	const known = new Set(stored.split(' ').filter(Boolean));
	if (done.has(id) || known.has(id)) return 'done';
	if (underWay.has(id)) return 'underWay';
	underWay.set(id, succeeded);
	// Two handled at the same moment overwrite each other's text; what this process knows goes into each.
	for (const each of [...done, id]) known.add(each);
	return { stored: [...known].slice(-MOST_REMEMBERED).join(' ') };
}

function settle({ done, underWay }: Memory): void {
	for (const [id, succeeded] of underWay) {
		const outcome = succeeded();
		if (outcome === undefined) continue;
		underWay.delete(id);
		if (outcome) done.add(id);
	}
	for (const oldest of done) {
		if (done.size <= MOST_REMEMBERED) break;
		done.delete(oldest);
	}
}
