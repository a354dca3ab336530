/** A bound on the ratio, or on our own value where there is nothing to compare with. */
export interface Goal {
	atMost?: number;
	atLeast?: number;
}

/** One line of the table. */
export interface Row {
	what: string;
	ours: number;
	unit: string;
	/** What it is compared with: what a user would take instead, or the least that is possible. */
	other?: { what: string; value: number };
	/** Cost against cost (small is good), or gain over the other (large is good), as the goal says. */
	ratio?: number;
	goal?: Goal;
	met?: boolean;
}

interface Compared {
	what: string;
	unit: string;
	ours: number;
	other: { what: string; value: number };
	goal?: Goal;
}

/** Ours as a multiple of the other: a cost that shall be small, or a rate that shall be large. */
export function multipleRow(row: Compared): Row {
	return judged({ ...row, ratio: row.ours / row.other.value }, row.ours / row.other.value);
}

/** How much faster it is than the other, both being durations. */
export function gainRow(row: Compared): Row {
	return judged({ ...row, ratio: row.other.value / row.ours }, row.other.value / row.ours);
}

/** A value that has to keep to a bound by itself. */
export function valueRow(row: Omit<Row, 'met' | 'ratio'>): Row {
	return judged(row, row.ours);
}

function judged(row: Row, value: number): Row {
	const { goal } = row;
	if (goal === undefined) return row;
	const { atMost = Infinity, atLeast = -Infinity } = goal;
	return { ...row, met: value <= atMost && value >= atLeast };
}
