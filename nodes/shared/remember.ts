import { DateTime } from 'luxon';

const MOST_REMEMBERED = 1000;

/** What has not ended after this time never will: n8n was stopped, or could not tell. TikTok repeats after 2 minutes. */
const UNDER_WAY_MS = 60_000;

interface Memory {
	done: Set<string>;
	/** When each began, oldest first. */
	underWay: Map<string, number>;
}

const inProcess = new Map<string, Memory>();

/** Something that came for the first time and is being handled. */
export interface Handling {
	/** What to store, with this one in it. */
	stored: string;
	/** Tells how it ended. What failed counts as never seen. */
	end: (succeeded: boolean) => void;
}

/**
 * Begins to handle what comes for the first time. The stored list survives restarts; the one in memory catches what
 * arrives before the stored one is written.
 *
 * @param place - tells apart who remembers, for instance the address a notification came to
 * @param id - without blanks
 * @param stored - what n8n has stored: ids with a blank between, oldest first. One text is read at once; in a list n8n
 * watches each entry for changes.
 * @returns undefined for what was handled before or is being handled
 */
export function begin(place: string, id: string, stored = ''): Handling | undefined {
	const memory = inProcess.get(place) ?? { done: new Set(), underWay: new Map() };
	inProcess.set(place, memory);
	const { done, underWay } = memory;
	const now = DateTime.now().toMillis();
	for (const [each, since] of underWay) {
		if (now - since < UNDER_WAY_MS) break;
		underWay.delete(each);
	}
	const known = new Set(stored.split(' ').filter(Boolean));
	if (done.has(id) || underWay.has(id) || known.has(id)) return undefined;
	underWay.set(id, now);
	// Two handled at the same moment overwrite each other's text; what this process knows goes into each.
	for (const each of [...done, id]) known.add(each);
	return {
		stored: [...known].slice(-MOST_REMEMBERED).join(' '),
		end: (succeeded) => {
			underWay.delete(id);
			if (succeeded) keep(done, id);
		},
	};
}

function keep(done: Set<string>, id: string): void {
	done.add(id);
	for (const oldest of done) {
		if (done.size <= MOST_REMEMBERED) break;
		done.delete(oldest);
	}
}

/** Whether something comes for the first time: what to store, or undefined. */
export function remember(place: string, id: string, stored = ''): string | undefined {
	const handling = begin(place, id, stored);
	handling?.end(true);
	return handling?.stored;
}
