/** The sandbox's own time, which tests move. */
export class Clock {
	private skew = 0;

	constructor(private readonly source: () => number) {}

	/** Unix seconds. */
	seconds(): number {
		return Math.floor(this.milliseconds() / 1000);
	}

	milliseconds(): number {
		return this.source() + this.skew * 1000;
	}

	move(seconds: number): void {
		this.skew += seconds;
	}

	reset(): void {
		this.skew = 0;
	}
}
