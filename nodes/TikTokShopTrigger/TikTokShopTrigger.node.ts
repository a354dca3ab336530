import { DateTime } from 'luxon';
import type {
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes, sleep } from 'n8n-workflow';

import { searchShops } from '../shared/searchShops';
import { tell, toNodeError } from '../shared/errors';
import { toProperty } from '../shared/fields';
import { isObject } from '../shared/http';
import { shopLocator } from '../shared/operation';
import { outcomeOf } from '../shared/outcome';
import { remember } from '../shared/remember';
import { createClient, CREDENTIAL, type Client } from '../shared/request';
import { findShop } from '../shared/shops';
import { ORDER_STATUSES, RETURN_STATUSES } from '../shared/statuses';
import { asText } from '../shared/text';
import { appOf, type App } from './app';
import { EVENTS, isOfType, type ShopEvent } from './events';
import { fetchFullObject } from './fullObject';
import { readNotification, type Notification } from './notification';
import { isAppWide, isRegistered, register, unregister, type TriggerState } from './registration';

export class TikTokShopTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'TikTok Shop Trigger',
		name: 'tikTokShopTrigger',
		icon: {
			light: 'file:../../icons/tiktokshop.svg',
			dark: 'file:../../icons/tiktokshop.dark.svg',
		},
		group: ['trigger'],
		// For each call of a webhook node of version 1, n8n evaluates an expression that is not needed here.
		version: 1.1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when something happens in a TikTok Shop, by webhook',
		defaults: { name: 'TikTok Shop Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: CREDENTIAL, required: true }],
		triggerPanel: {
			header: '',
			executionsHelp: {
				inactive:
					'<b>To try it</b>, start listening here, then let the event happen in your shop, for instance place an order. The event appears here.<br /><br /><b>To work by itself</b>, publish the workflow (in n8n 1: activate it). Every event then starts it; see the list of executions.',
				active:
					'<b>To try it</b>, start listening here, then let the event happen in your shop, for instance place an order. While you listen, the published workflow does not get these events.<br /><br /><b>It works by itself</b> as the workflow is published: every event starts it; see the list of executions.',
			},
			activationHint:
				'Once the workflow is published (in n8n 1: active), every event in your shop starts it.',
		},
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'webhook',
			},
		],
		properties: [
			{
				displayName:
					'TikTok Shop needs a public https address of this n8n. Without one use the TikTok Shop Polling Trigger.',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			{
				displayName:
					'TikTok Shop keeps one address for each event and shop. While this workflow is published, it gets the chosen events instead of any other workflow or app.',
				name: 'oneAddressNotice',
				type: 'notice',
				default: '',
				displayOptions: { show: { registration: ['shop'] } },
			},
			{
				displayName: 'Registration',
				name: 'registration',
				type: 'options',
				options: [
					{
						name: 'By This Node',
						value: 'shop',
						description:
							'The node registers its address for the chosen shop when the workflow is published',
					},
					{
						name: 'In Partner Center',
						value: 'app',
						description:
							'You enter the address once for the whole app; it receives the events of all shops',
					},
				],
				default: 'shop',
				description: 'How TikTok Shop learns the address of this node',
			},
			{
				displayName:
					'Copy the Production URL above into Partner Center → your app → Developing → Basic information, and choose the same events there. TikTok Shop keeps one such address for each app.',
				name: 'appWideNotice',
				type: 'notice',
				default: '',
				displayOptions: { show: { registration: ['app'] } },
			},
			{ ...toProperty(shopLocator), displayOptions: { show: { registration: ['shop'] } } },
			{
				displayName: 'Only These Shops',
				name: 'onlyShops',
				type: 'string',
				default: '',
				placeholder: '7494049642642441621',
				displayOptions: { show: { registration: ['app'] } },
				description:
					'IDs of the shops whose events start the workflow, separated by commas; left empty, all. "Get many shops" returns the IDs.',
			},
			{
				displayName: 'Events',
				name: 'events',
				type: 'multiOptions',
				required: true,
				options: EVENTS.map(({ name, value, description }) => ({ name, value, description })),
				default: ['newOrder'],
				description: 'What starts the workflow',
			},
			{
				displayName: 'Fetch Full Object',
				name: 'fetchFullObject',
				type: 'boolean',
				default: false,
				description:
					'Whether to fetch the whole order, product or return too. TikTok sends little more than its ID and status.',
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
						type: 'multiOptions',
						options: ORDER_STATUSES,
						default: ['AWAITING_SHIPMENT'],
						description: 'Only events of orders that have one of these statuses then',
					},
					{
						displayName: 'Replace Other Address',
						name: 'replaceAddress',
						type: 'boolean',
						default: true,
						description:
							'Whether to take over events that another workflow or app gets now. If off, publishing fails where the event is taken.',
					},
					{
						displayName: 'Return Status',
						name: 'returnStatus',
						type: 'multiOptions',
						options: RETURN_STATUSES,
						default: ['RETURN_OR_REFUND_REQUEST_PENDING'],
						description: 'Only events of returns that have one of these statuses then',
					},
				],
			},
		],
	};

	methods = { listSearch: { searchShops } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				if (isAppWide(this)) return true;
				const outcome = await outcomeOf(async () => await isRegistered(this, stateOf(this)));
				if (outcome.error !== undefined) throw toNodeError(this.getNode(), outcome.error);
				return outcome.value;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				const { error } = await outcomeOf(async () => await register(this, stateOf(this)));
				if (error === undefined) return true;
				// What was registered before the failure would go on sending to a workflow that is off.
				await outcomeOf(async () => await unregister(this, stateOf(this), true));
				throw toNodeError(this.getNode(), error);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				const state = stateOf(this);
				const putBack = state.isTest === true;
				const { error } = await outcomeOf(async () => await unregister(this, state, putBack));
				if (error === undefined) return true;
				this.logger.warn(`TikTok Shop: the webhook could not be removed: ${error.message}`);
				return false;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const response = this.getResponseObject();
		const answer = (status: number): IWebhookResponseData => {
			response.status(status).end();
			return { noWebhookResponse: true };
		};
		const request = this.getRequestObject();
		const read = (app: App) =>
			readNotification(app, {
				rawBody: Buffer.isBuffer(request.rawBody) ? request.rawBody : Buffer.alloc(0),
				signature: request.headers.authorization,
			});
		let notification = read(await appOf(this));
		// Perhaps the App Secret has just been changed.
		if (notification === 'forged') notification = read(await appOf(this, { fresh: true }));
		if (typeof notification === 'string') return answer(REFUSALS[notification]);
		const event = wantedEvent(this, notification);
		if (event === undefined) return answer(200);
		// Whether n8n can start the workflow is open: TikTok has to come again to be sure.
		if (event === 'underWay') return answer(503);
		void changeAgain(stateOf(this));
		// n8n answers once it has stored the execution; what it could not start, TikTok sends again.
		return { workflowData: [[{ json: toItem(event, notification) }]] };
	}

	/** Runs as part of the workflow, after TikTok has its answer: it waits for 3 seconds only. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		if (this.getNodeParameter('fetchFullObject', 0, false) !== true) return [items];
		const client = createClient(this);
		const results: INodeExecutionData[] = [];
		for (const [item, { json }] of items.entries()) {
			const full = await fullObjectOf(this, client, json);
			results.push({ json: { ...json, ...full }, pairedItem: { item } });
		}
		return [results];
	}
}

const REFUSALS = { forged: 401, malformed: 400, tooLarge: 413 };

const stateOf = (context: IHookFunctions | IWebhookFunctions): TriggerState =>
	context.getWorkflowStaticData('node');

/** The chosen event that a notification is one of; undefined for what must start nothing. */
function wantedEvent(
	context: IWebhookFunctions,
	{ id, type, shopId, data }: Notification,
): ShopEvent | 'underWay' | undefined {
	const chosen = context.getNodeParameter('events', []) as string[];
	const events = EVENTS.filter(
		(event) =>
			chosen.includes(event.value) && isOfType(event, type) && (event.accepts?.(data) ?? true),
	);
	if (events.length === 0 || !isOfWantedShop(context, shopId) || !hasWantedStatus(context, data)) {
		return undefined;
	}
	const before = cameBefore(context, 'seen', id);
	if (before === 'underWay') return before;
	if (before !== undefined) return undefined;
	const isNew = () => cameBefore(context, 'knownOrders', asText(data.order_id)) === undefined;
	return events.find((event) => !event.firstOnly || isNew());
}

/** What is known of a notification or an order that came before; what n8n fails to start may come again. */
function cameBefore(
	context: IWebhookFunctions,
	list: 'knownOrders' | 'seen',
	id: string,
): 'done' | 'underWay' | undefined {
	const state = stateOf(context);
	const response = context.getResponseObject();
	const place = `${context.getNodeWebhookUrl('default')} ${list}`;
	const succeeded = () => (response.writableEnded ? response.statusCode < 300 : undefined);
	const result = remember(place, id, state[list], succeeded);
	if (typeof result === 'string') return result;
	state[list] = result.stored;
	return undefined;
}

/**
 * n8n 2 stores the state when it has started the workflow, but on the way there it forgets that the state changed. So the
 * state changes once more as soon as n8n is on that way.
 */
async function changeAgain(state: TriggerState): Promise<void> {
	await sleep(0);
	Object.assign(state, { seen: state.seen });
}

function isOfWantedShop(context: IWebhookFunctions, shopId: string): boolean {
	if (isAppWide(context)) {
		const only = asText(context.getNodeParameter('onlyShops', ''))
			.split(/[\s,;]+/)
			.filter(Boolean);
		return only.length === 0 || only.includes(shopId);
	}
	const { shopId: registered } = stateOf(context);
	return registered === undefined || registered === shopId;
}

function hasWantedStatus(context: IWebhookFunctions, data: IDataObject): boolean {
	const fits = (option: string, status: unknown) => {
		const wanted = context.getNodeParameter(`options.${option}`, []) as string[];
		if (wanted.length === 0 || status === undefined) return true;
		// A notification calls a cancelled order CANCEL.
		return wanted.some((each) => each === status || (each === 'CANCELLED' && status === 'CANCEL'));
	};
	return fits('orderStatus', data.order_status) && fits('returnStatus', data.return_status);
}

function toItem(
	{ value, name, subscription }: ShopEvent,
	{ id, shopId, atSeconds, data }: Notification,
): IDataObject {
	return {
		event: subscription ?? value,
		eventName: name,
		shopId,
		notificationId: id,
		time: DateTime.fromSeconds(atSeconds, { zone: 'utc' }).toISO({ suppressMilliseconds: true }),
		data,
	};
}

/** The notification counts more than the extra: if the object cannot be fetched, the item says why. */
async function fullObjectOf(
	context: IExecuteFunctions,
	client: Client,
	{ eventName, shopId, data }: IDataObject,
): Promise<IDataObject> {
	const about = EVENTS.find(({ name }) => name === eventName)?.about;
	if (about === undefined || !isObject(data)) return {};
	const outcome = await outcomeOf(async () => {
		const { cipher } = await findShop(client, asText(shopId));
		return await fetchFullObject(client, cipher, about, data);
	});
	if (outcome.error === undefined) return { [about]: outcome.value ?? null };
	const { message, description } = tell(context.getNode(), outcome.error);
	return { [about]: null, fetchError: [message, description].filter(Boolean).join('\n') };
}
