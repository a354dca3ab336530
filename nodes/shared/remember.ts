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
	/** The list to store, oldest first, with this one in it. */
	stored: string[];
	/** Tells how it ended. What failed counts as never seen. */
	end: (succeeded: boolean) => void;
}

/**
 * Begins to handle what comes for the first time. The stored list survives restarts; the one in memory catches what
 * arrives before the stored one is written.
 *
 * @param place - tells apart who remembers, for instance the address a notification came to
 * @param stored - the list in n8n's storage, oldest first
 * @returns undefined for what was handled before or is being handled
 */
export function begin(place: string, id: string, stored: string[] = []): Handling | undefined {
	const memory = inProcess.get(place) ?? { done: new Set(), underWay: new Map() };
	inProcess.set(place, memory);
	const { done, underWay } = memory;
	const now = DateTime.now().toMillis();
	for (const [each, since] of underWay) {
		if (now - since < UNDER_WAY_MS) break;
		underWay.delete(each);
	}
	if (done.has(id) || underWay.has(id) || stored.includes(id)) return undefined;
	underWay.set(id, now);
	return {
		// Two handled at the same moment overwrite each other's list; what this process knows goes into each.
		stored: [...new Set([...stored, ...done, id])].slice(-MOST_REMEMBERED),
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

/** Whether something comes for the first time: the list to store, or undefined. */
export function remember(place: string, id: string, stored: string[] = []): string[] | undefined {
	const handling = begin(place, id, stored);
	handling?.end(true);
	return handling?.stored;
}
