import { DateTime } from 'luxon';
import type {
	IDataObject,
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { searchShops } from '../shared/searchShops';
import { toNodeError } from '../shared/errors';
import { toProperty } from '../shared/fields';
import type { TikTokShopCredentials } from '../shared/oauth';
import { shopLocator } from '../shared/operation';
import { outcomeOf } from '../shared/outcome';
import { createClient, CREDENTIAL } from '../shared/request';
import { findShop } from '../shared/shops';
import { EVENTS, type ShopEvent } from './events';
import { fetchFullObject } from './fullObject';
import { isFirstTime, readNotification, type Notification } from './notification';
import { isRegistered, register, unregister, type TriggerState } from './registration';

export class TikTokShopTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'TikTok Shop Trigger',
		name: 'tikTokShopTrigger',
		icon: {
			light: 'file:../../icons/tiktokshop.svg',
			dark: 'file:../../icons/tiktokshop.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when something happens in a TikTok Shop, by webhook',
		defaults: { name: 'TikTok Shop Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: CREDENTIAL, required: true }],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
		],
		properties: [
			{
				displayName:
					'TikTok Shop needs a public https address of this n8n. Without one use the TikTok Shop Polling Trigger.',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			toProperty(shopLocator),
			{
				displayName: 'Events',
				name: 'events',
				type: 'multiOptions',
				required: true,
				options: EVENTS.map(({ name, value, description }) => ({ name, value, description })),
				default: ['ORDER_STATUS_CHANGE'],
				description: 'What starts the workflow',
			},
			{
				displayName: 'Fetch Full Object',
				name: 'fetchFullObject',
				type: 'boolean',
				default: false,
				description:
					'Whether to fetch the whole order, product or return: TikTok itself sends little more than its ID and status',
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				options: [
					{
						displayName: 'Replace Other Address',
						name: 'replaceAddress',
						type: 'boolean',
						default: true,
						description:
							'Whether to take over events that another workflow or tool receives now. TikTok Shop keeps one address for each event and shop.',
					},
				],
			},
		],
	};

	methods = { listSearch: { searchShops } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
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
		const credentials = await this.getCredentials<TikTokShopCredentials>(CREDENTIAL);
		const request = this.getRequestObject();
		const notification = readNotification(credentials, {
			rawBody: Buffer.isBuffer(request.rawBody) ? request.rawBody : Buffer.alloc(0),
			signature: request.headers.authorization,
		});
		if (notification === 'forged') return answer(401);
		if (notification === 'malformed') return answer(400);
		const event = wantedEvent(this, notification);
		const state = stateOf(this);
		const receiver = this.getNodeWebhookUrl('default') ?? '';
		if (event === undefined || !isFirstTime(receiver, notification.id, state)) return answer(200);
		// TikTok waits 3 seconds; what comes after the answer may take longer.
		answer(200);
		const json = {
			...toItem(event, notification),
			...(await fullObjectOf(this, event, notification)),
		};
		return { noWebhookResponse: true, workflowData: [[{ json }]] };
	}
}

const stateOf = (context: IHookFunctions | IWebhookFunctions): TriggerState =>
	context.getWorkflowStaticData('node');

function wantedEvent(
	context: IWebhookFunctions,
	{ type, shopId }: Notification,
): ShopEvent | undefined {
	const event = EVENTS.find((known) => known.type === type);
	const chosen = context.getNodeParameter('events', []) as string[];
	const { shopId: registeredShop } = stateOf(context);
	const fits = registeredShop === undefined || registeredShop === shopId;
	return event !== undefined && chosen.includes(event.value) && fits ? event : undefined;
}

function toItem(
	{ value, name }: ShopEvent,
	{ id, shopId, atSeconds, data }: Notification,
): IDataObject {
	return {
		event: value,
		eventName: name,
		shopId,
		notificationId: id,
		time: DateTime.fromSeconds(atSeconds, { zone: 'utc' }).toISO({ suppressMilliseconds: true }),
		data,
	};
}

/** The notification counts more than the extra: if the object cannot be fetched, the workflow starts with the reason. */
async function fullObjectOf(
	context: IWebhookFunctions,
	{ about }: ShopEvent,
	{ shopId, data }: Notification,
): Promise<IDataObject> {
	if (about === undefined || context.getNodeParameter('fetchFullObject', false) !== true) return {};
	const outcome = await outcomeOf(async () => {
		const client = createClient(context);
		const { cipher } = await findShop(client, shopId);
		return await fetchFullObject(client, cipher, about, data);
	});
	if (outcome.error === undefined) return { [about]: outcome.value ?? null };
	const { message, description } = toNodeError(context.getNode(), outcome.error);
	return { [about]: null, fetchError: [message, description].filter(Boolean).join('\n') };
}
