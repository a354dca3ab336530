/** A small deterministic generator: the same key always yields the same sequence. */
export class Random {
	private state: number;

	constructor(...key: Array<string | number>) {
		let hash = 2166136261;
		for (const character of key.join('/')) {
			hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
		}
		this.state = hash >>> 0;
	}

	/** From 0 up to, not including, 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	}

	/** A whole number from `low` to `high`, both included. */
	between(low: number, high: number): number {
		return low + Math.floor(this.next() * (high - low + 1));
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	pick<T>(items: readonly T[]): T {
		const item = items[Math.floor(this.next() * items.length)];
		if (item === undefined) throw new Error('Nothing to pick from');
		return item;
	}

	digits(length: number): string {
		let text = '';
		while (text.length < length) text += this.between(0, 9);
		return text;
	}

	letters(length: number): string {
		const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
		let text = '';
		while (text.length < length) text += alphabet[this.between(0, alphabet.length - 1)];
		return text;
	}
}
