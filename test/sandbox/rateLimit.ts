import type { Clock } from './clock';
import { errors } from './errors';

/** Counts requests per app, shop and endpoint within one second (rate-limits). */
export class RateLimiter {
	private second = 0;
	private counts = new Map<string, number>();
	private refusals = 0;

	constructor(
		private readonly clock: Clock,
		private readonly perSecond: number,
	) {}

	take(key: string): void {
		const second = this.clock.seconds();
		if (second !== this.second) {
			this.second = second;
			this.counts = new Map();
		}
		const count = (this.counts.get(key) ?? 0) + 1;
		this.counts.set(key, count);
		if (count <= this.perSecond) return;
		this.refusals += 1;
		// No page promises the header, so a client must cope with both.
		throw errors.rate(this.refusals % 2 === 1 ? { 'retry-after': '1' } : {});
	}
}
