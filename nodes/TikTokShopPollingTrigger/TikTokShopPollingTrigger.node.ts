import { DateTime } from 'luxon';
import type {
	IDataObject,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { toNodeError } from '../shared/errors';
import { toProperty, toSeconds } from '../shared/fields';
import { shopLocator } from '../shared/operation';
import { outcomeOf } from '../shared/outcome';
import { createClient, CREDENTIAL } from '../shared/request';
import { searchShops } from '../shared/searchShops';
import { findShop } from '../shared/shops';
import { ORDER_STATUSES } from '../shared/statuses';
import { asText } from '../shared/text';
import { advance, cursorAt, type Cursor } from './cursor';
import { FEEDS, feedOf, type Feed } from './feeds';
import type { Source } from './records';

/** New records of one poll; what waits behind them comes with the next poll. */
const MOST_AT_ONCE = 5000;

const SAMPLE_SIZE = 5;

export class TikTokShopPollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'TikTok Shop Polling Trigger',
		name: 'tikTokShopPollingTrigger',
		icon: {
			light: 'file:../../icons/tiktokshop.svg',
			dark: 'file:../../icons/tiktokshop.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description:
			'Starts the workflow with what is new in a TikTok Shop, by asking regularly; needs no public address',
		defaults: { name: 'TikTok Shop Polling Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: CREDENTIAL, required: true }],
		polling: true,
		properties: [
			toProperty(shopLocator),
			{
				displayName: 'Event',
				name: 'event',
				type: 'options',
				noDataExpression: true,
				options: FEEDS.map(({ name, value, description }) => ({ name, value, description })),
				default: 'newOrder',
				description: 'What starts the workflow',
			},
			{
				displayName: 'Simplify',
				name: 'simplify',
				type: 'boolean',
				default: true,
				description:
					'Whether to return a simplified version of the response instead of the raw data',
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				options: [
					{
						displayName: 'Order Status',
						name: 'orderStatus',
						type: 'options',
						options: ORDER_STATUSES,
						default: 'AWAITING_SHIPMENT',
						displayOptions: {
							show: {
								'/event': FEEDS.filter(({ ofOrders }) => ofOrders).map(({ value }) => value),
							},
						},
						description: 'Only orders that are in this status when n8n asks',
					},
					{
						displayName: 'Start Date',
						name: 'startDate',
						type: 'dateTime',
						default: '',
						description:
							'Also report what happened since this time, in the workflow’s time zone, when the workflow is published for the first time. Left out, only what happens from then on.',
					},
				],
			},
		],
	};

	methods = { listSearch: { searchShops } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const outcome = await outcomeOf(async () => await recordsFor(this));
		if (outcome.error !== undefined) throw toNodeError(this.getNode(), outcome.error);
		const records = outcome.value;
		if (records.length === 0) return null;
		return [this.helpers.returnJsonArray(records)];
	}
}

async function recordsFor(context: IPollFunctions): Promise<IDataObject[]> {
	const client = createClient(context);
	const feed = feedOf(asText(context.getNodeParameter('event', '')));
	const choice = asText(context.getNodeParameter('shop', '', { extractValue: true }));
	const { cipher, id } = await findShop(client, choice);
	const source = { client, shopCipher: cipher, orderStatus: chosenStatus(context, feed) };
	const records =
		context.getMode() === 'manual'
			? await feed.sample(source, SAMPLE_SIZE)
			: await news(context, feed, source, id);
	const view = context.getNodeParameter('simplify', true) === true ? feed.simplify : undefined;
	return view === undefined ? records : records.map(view);
}

function chosenStatus(context: IPollFunctions, { ofOrders }: Feed): string | undefined {
	const status = asText(context.getNodeParameter('options.orderStatus', ''));
	return ofOrders && status !== '' ? status : undefined;
}

/** One cursor for each shop and choice, so that changing the node back and forth loses nothing. */
async function news(
	context: IPollFunctions,
	feed: Feed,
	source: Source,
	shopId: string,
): Promise<IDataObject[]> {
	const state = context.getWorkflowStaticData('node');
	const place = [feed.value, shopId, source.orderStatus].filter(Boolean).join(':');
	const known = state[place] as unknown as Cursor | undefined;
	const start = startDate(context);
	const before = known ?? cursorAt(start ?? Math.floor(DateTime.now().toSeconds()));
	const { fresh, cursor } = await advance(before, feed.reader(source), {
		most: MOST_AT_ONCE,
		restless: feed.restless,
		overlapSeconds: feed.overlapSeconds,
	});
	state[place] = cursor;
	// The first poll only notes where the shop stands, so that later ones know what is new.
	if (known === undefined && start === undefined) return [];
	const first = known === undefined ? (start ?? 0) : 0;
	return fresh.filter(({ atSeconds }) => atSeconds >= first).map(({ record }) => record);
}

function startDate(context: IPollFunctions): number | undefined {
	const value = context.getNodeParameter('options.startDate', '');
	if (value === '' || value === null) return undefined;
	return toSeconds('Start Date', value, context.getTimezone());
}
