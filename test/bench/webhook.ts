import { until } from '../e2e/command';
import { Child } from './children';
import type { Addresses, Request, Start } from './n8nProgram';
import { sendAtOnce, sendSteadily, type Answer } from './notifications';
import { multipleRow, valueRow, type Goal, type Row } from './row';
import { median, percentile } from './statistics';

const WARM_UP = 100;

const ROUNDS = 3;

const IN_A_ROUND = 100;

const SECONDS = 3;

const PATIENCE_SECONDS = 300;

type Other = Exclude<Start, 'trigger'>;

/** An n8n, what the trigger is compared with there, and how many notifications come in a second. */
interface Host {
	name: string;
	settings: NodeJS.ProcessEnv;
	others: Other[];
	rates: number[];
}

const HOSTS: Host[] = [
	{ name: 'as installed', settings: {}, others: ['plain', 'expression'], rates: [20, 100] },
	{
		name: 'lazy engine',
		settings: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
		others: ['plain'],
		rates: [100],
	},
];

const PROMISED_RATE = 100;

const LABELS: Record<Other, string> = {
	plain: 'n8n’s Webhook node',
	expression: 'the same with an expression',
};

const isAccepted = ({ status }: Answer) => status === 200;

/** A real n8n with active workflows. */
class Receiver {
	constructor(
		private readonly child: Child,
		private readonly addresses: Addresses,
	) {}

	private async succeeded(start: Start): Promise<number> {
		return await this.child.ask<number>({ succeeded: start } satisfies Request);
	}

	/** Sends notifications and waits until the last workflow that they start has ended. */
	private async receive(
		start: Start,
		send: (address: string) => Promise<Answer[]>,
	): Promise<Answer[]> {
		const before = await this.succeeded(start);
		const answers = await send(this.addresses[start]);
		const accepted = answers.filter(isAccepted).length;
		const ended = async () => (await this.succeeded(start)) >= before + accepted || undefined;
		await until('the workflows to end', ended, { seconds: PATIENCE_SECONDS, everyMs: 50 });
		return answers;
	}

	/** Notifications per second, workflows included. */
	async throughput(start: Start, count: number): Promise<number> {
		const startedAt = performance.now();
		const answers = await this.receive(start, async (address) => await sendAtOnce(address, count));
		return (answers.filter(isAccepted).length * 1000) / (performance.now() - startedAt);
	}

	async answers(start: Start, perSecond: number): Promise<Answer[]> {
		const pace = { perSecond, seconds: SECONDS };
		return await this.receive(start, async (address) => await sendSteadily(address, pace));
	}
}

/** The webhook trigger, signature check and all, against n8n's own Webhook node in the same real n8n. */
export async function measureWebhook(): Promise<Row[]> {
	const rows: Row[] = [];
	for (const { name, settings, others, rates } of HOSTS) {
		const child = Child.start('n8nProgram.ts');
		try {
			const receiver = new Receiver(child, await child.ask<Addresses>({ settings }));
			rows.push(...(await compareThroughput(receiver, name, others)));
			for (const rate of rates) rows.push(...(await compareAnswers(receiver, name, rate)));
		} finally {
			await child.stop();
		}
	}
	return rows;
}

async function compareThroughput(
	receiver: Receiver,
	host: string,
	others: Other[],
): Promise<Row[]> {
	const starts: Start[] = ['trigger', ...others];
	for (const start of starts) await receiver.throughput(start, WARM_UP);
	const rates: Record<Start, number[]> = { trigger: [], plain: [], expression: [] };
	for (let round = 0; round < ROUNDS; round++) {
		for (const start of starts) rates[start].push(await receiver.throughput(start, IN_A_ROUND));
	}
	return others.map((other) =>
		multipleRow({
			what: `${host}: sustained, workflow included`,
			unit: 'per s',
			ours: median(rates.trigger),
			other: { what: LABELS[other], value: median(rates[other]) },
			...(other === 'plain' ? { goal: { atLeast: 0.9 } } : {}),
		}),
	);
}

async function compareAnswers(receiver: Receiver, host: string, rate: number): Promise<Row[]> {
	const ours = await receiver.answers('trigger', rate);
	const plain = await receiver.answers('plain', rate);
	const what = `${host}: answer at ${rate} per second`;
	const row = (name: string, unit: string, read: (answers: Answer[]) => number, goal?: Goal) =>
		valueRow({
			what: `${what}, ${name}`,
			unit,
			ours: read(ours),
			other: { what: LABELS.plain, value: read(plain) },
			...(goal && { goal }),
		});
	const time = (share: number) => (answers: Answer[]) =>
		percentile(
			answers.map(({ ms }) => ms),
			share,
		);
	const refused = (answers: Answer[]) => answers.filter((answer) => !isAccepted(answer)).length;
	return [
		row('p50', 'ms', time(0.5)),
		row('p99', 'ms', time(0.99), rate === PROMISED_RATE ? { atMost: 300 } : undefined),
		...(refused([...ours, ...plain]) > 0 ? [row('refused', '', refused)] : []),
	];
}
