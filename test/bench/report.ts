import type { Goal, Row } from './row';

/** What one measurement found. */
export interface Section {
	name: string;
	title: string;
	/** What has to be known to read the numbers. */
	notes: string[];
	rows: Row[];
	/** Why there are no rows. */
	failure?: string;
}

/** The run as a whole, as `--json` prints it. */
export interface BenchReport {
	package: string;
	node: string;
	cpus: { model: string; count: number };
	startedAt: string;
	seconds: number;
	sections: Section[];
}

/** The report for people: one table for each measurement. */
export function textOf({ package: origin, node, cpus, seconds, sections }: BenchReport): string {
	const rows = sections.flatMap((section) => section.rows);
	const missed = rows.filter(({ met }) => met === false);
	const lines = [`${origin}, Node.js ${node}, ${cpus.count} × ${cpus.model}, ${seconds} seconds`];
	for (const { title, rows: own, notes, failure } of sections) {
		lines.push('', title, ...table(own), ...notes.map((note) => `  · ${note}`));
		if (failure !== undefined) lines.push(`  Not measured: ${failure}`);
	}
	const judged = rows.filter(({ met }) => met !== undefined).length;
	lines.push('', `${judged - missed.length} of ${judged} goals met`);
	return `${lines.join('\n')}\n`;
}

const HEAD = ['', 'ours', 'against', '', 'ratio', 'goal', ''];

function table(rows: Row[]): string[] {
	if (rows.length === 0) return [];
	const cells = [HEAD, ...rows.map(toCells)];
	const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
	const isNumber = (column: number) => [1, 3, 4].includes(column);
	return cells.map((row) =>
		`  ${row
			.map((cell, column) =>
				isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
			)
			.join('  ')}`.trimEnd(),
	);
}

function toCells({ what, ours, unit, other, ratio, goal, met }: Row): string[] {
	return [
		what,
		`${short(ours)} ${unit}`,
		other?.what ?? '',
		other === undefined ? '' : `${short(other.value)} ${unit}`,
		ratio === undefined ? '' : `${ratio.toFixed(2)} ×`,
		goal === undefined ? '' : goalText(goal, ratio === undefined ? ` ${unit}` : ' ×'),
		met === undefined ? '' : met ? 'met' : 'MISSED',
	];
}

function goalText({ atMost, atLeast }: Goal, unit: string): string {
	if (atMost !== undefined && atMost === atLeast) return `${atMost}${unit}`;
	return atMost === undefined ? `≥ ${atLeast ?? 0}${unit}` : `≤ ${atMost}${unit}`;
}

function short(value: number): string {
	if (value >= 100) return Math.round(value).toLocaleString('en');
	return Number.isInteger(value) ? String(value) : value.toFixed(value >= 10 ? 1 : 2);
}
