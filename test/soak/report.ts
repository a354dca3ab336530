import type { SoakReport } from './run';

const MOST_SHOWN = 20;

/** The summary for people. */
export function textOf(report: SoakReport): string {
	const { arrivals, faults, memory, failures, leaked, seed, ok } = report;
	const lines = [
		`Soak with seed ${seed}, ${report.orders} orders, ${report.package}, ${report.seconds} seconds`,
		'',
	];
	if (arrivals) {
		lines.push('What happened while orders came in', ...table(arrivals.steps), '');
		lines.push('Faults injected into polls', ...table(arrivals.injected), '');
		lines.push('Failed polls explained', ...table(arrivals.explained), '');
	}
	if (faults) {
		const operations = Object.entries(faults.operations).map(
			([name, { run, complete }]) => [name, `${run}, ${complete} of them complete`] as const,
		);
		lines.push(
			`Faults injected into operations, in ${faults.rounds} rounds`,
			...table(faults.injected),
			'',
			'Operations run among them',
			...table(Object.fromEntries(operations)),
			'',
			'Errors explained',
			...table(faults.explained),
			'',
		);
	}
	const sum = (counts: Record<string, number> = {}) =>
		Object.values(counts).reduce((total, each) => total + each, 0);
	lines.push(
		'In all',
		...table({
			'faults injected': sum(arrivals?.injected) + sum(faults?.injected),
			'operations done': Object.values(faults?.operations ?? {}).reduce((n, { run }) => n + run, 0),
			'errors explained': sum(arrivals?.explained) + sum(faults?.explained),
			'characters searched for secrets': faults?.searched ?? 0,
			'bytes kept in memory by a run': memory?.keptPerRun ?? 0,
			'bytes stored by the triggers': arrivals?.storedBytes ?? 0,
			'orders placed': arrivals?.placed ?? 0,
			'notifications sent': arrivals?.notificationsSent ?? 0,
			'reported by polling': arrivals?.reportedByPolling ?? 0,
			'reported by webhook': arrivals?.reportedByWebhook ?? 0,
			lost: (arrivals?.lost.length ?? 0) + (faults?.lost.length ?? 0),
			duplicated: (arrivals?.duplicated.length ?? 0) + (faults?.duplicated.length ?? 0),
			'repeated after a crash': arrivals?.repeatedAfterCrash ?? 0,
			leaked: leaked.length,
			hung: faults?.hung.length ?? 0,
		}),
		'',
	);
	if ((arrivals?.repeatedAfterCrash ?? 0) > 0) {
		lines.push(
			'"Repeated after a crash": n8n was killed after the workflow ran, before what the trigger knew',
			'of it was stored: the position of a poll, or one of several notifications of the same moment.',
			'It came again. That is at-least-once, as documented.',
			'',
		);
	}
	if (!ok) lines.push(...failureLines([...leaked, ...failures], seed));
	else lines.push('OK', '');
	return lines.join('\n');
}

function failureLines(failures: string[], seed: number): string[] {
	const more = failures.length - MOST_SHOWN;
	return [
		`FAILED with seed ${seed} (replay it with --seed ${seed}):`,
		...failures.slice(0, MOST_SHOWN).map((text) => `  ${text}`),
		...(more > 0 ? [`  and ${more} more`] : []),
		'',
	];
}

function table(rows: Record<string, number | string>): string[] {
	const width = Math.max(0, ...Object.keys(rows).map(({ length }) => length));
	return Object.entries(rows).map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
}
