import type { SandboxOptions } from '../sandbox';
import type { BareAccess } from './bare';
import { startEngine, type Engine } from './engine';
import { GET_BY_ID_ITEMS, measureGetById } from './getById';
import { measureGetMany } from './getMany';
import { measureLoad } from './load';
import { measurePerItem } from './perItem';
import { measurePolling, POLLED_ORDERS } from './polling';
import type { Section } from './report';
import type { Row } from './row';
import { openShop, type Shop } from './shop';
import { measureSigning } from './signing';
import { measureWebhook } from './webhook';

/** One of the questions of the benchmark. */
export interface Measurement extends Omit<Section, 'rows'> {
	measure: () => Promise<Row[]>;
}

const OWN_LIMIT =
	'The sandbox refuses nothing here, so that only the package’s own limit of 50 requests per second counts.';

async function onStage(
	options: SandboxOptions,
	measure: (shop: Shop, engine: Engine, access: BareAccess) => Promise<Row[]>,
): Promise<Row[]> {
	const shop = await openShop(options);
	try {
		const { engine, access } = await connect(shop);
		const rows = await measure(shop, engine, access);
		await engine.stop();
		return rows;
	} finally {
		await shop.stop();
	}
}

async function connect(shop: Shop): Promise<{ engine: Engine; access: BareAccess }> {
	const engine = await startEngine(shop.access);
	const [first] = await shop.control.shops();
	const { accessToken } = engine;
	return { engine, access: { ...shop.access, accessToken, shopCipher: first?.cipher ?? '' } };
}

async function accessOf(shop: Shop): Promise<BareAccess> {
	const { engine, access } = await connect(shop);
	await engine.stop();
	return access;
}

export const MEASUREMENTS: Measurement[] = [
	{
		name: 'signing',
		title: '1. Signing a request',
		notes: ['The floor gets the message ready-made, as bytes.'],
		measure: measureSigning,
	},
	{
		name: 'getMany',
		title: '2. Get Many with Return All, in n8n’s engine, no latency',
		notes: [
			OWN_LIMIT,
			'TikTok refuses more than 50 requests per second, so the loop without a limit is not one to use.',
			'Each run has a process of its own, warmed up with 300 orders; the sandbox has another one.',
		],
		measure: async () => await measureGetMany(accessOf),
	},
	{
		name: 'getById',
		title: `3. Get by ID, ${GET_BY_ID_ITEMS.toLocaleString('en')} input items`,
		notes: [OWN_LIMIT, 'At 100 ms the sequence is run for 40 items and scaled.'],
		measure: async () => await onStage({ orders: GET_BY_ID_ITEMS }, measureGetById),
	},
	{
		name: 'perItem',
		title: '4. Operations that cannot be batched (Get a product)',
		notes: [
			'The sequence is run for 30 items and scaled.',
			'With 50 requests in any second at most, the last of 500 leaves after 9 seconds at the earliest.',
		],
		measure: async () => await onStage({}, measurePerItem),
	},
	{
		name: 'webhook',
		title: '5. Webhook trigger with signature check',
		notes: [
			'A real n8n with SQLite. Workflows of two nodes, sent to over 8 connections, timed until the last one has ended.',
			'n8n starts a new engine for expressions for each call of a webhook node that is not its own Webhook node, or has an expression; lazy engine: with N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true it does so when an expression is evaluated.',
		],
		measure: measureWebhook,
	},
	{
		name: 'polling',
		title: '6. Requests of a poll',
		notes: ['Changed orders are read by time and not by page token.'],
		measure: async () => await onStage({ orders: POLLED_ORDERS }, measurePolling),
	},
	{
		name: 'load',
		title: '7. Load',
		notes: ['Plain Node.js, n8n-workflow and luxon loaded before, as n8n has them.'],
		measure: measureLoad,
	},
];
