import { Settings } from 'luxon';

/** One clock for the shop and for n8n that can be moved on: a soak takes days, but not ours. */
export class SoakClock {
	private aheadMs = 0;

	private readonly before = Settings.now;

	readonly now = (): number => Date.now() + this.aheadMs;

	/** From now on the nodes, which read the time through luxon, live by this clock. */
	constructor() {
		Settings.now = this.now;
	}

	/** Goes on to a moment; a moment that is over changes nothing. */
	moveTo(seconds: number): void {
		this.aheadMs += Math.max(0, seconds * 1000 - this.now());
	}

	moveBy(seconds: number): void {
		this.aheadMs += seconds * 1000;
	}

	stop(): void {
		Settings.now = this.before;
	}
}
