import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { InputError } from '../shared/errors';
import { entriesOf, findMissingList } from '../shared/gaps';
import { createClient, type Client } from '../shared/request';
import { findShop, type Shop } from '../shared/shops';
import { asText } from '../shared/text';
import { addressProblem } from '../shared/webhookAddress';
import { EVENTS } from './events';

/** What the trigger remembers between activation, notifications and deactivation. */
export interface TriggerState extends IDataObject {
	/** The shop that was registered, for a choice of "the only shop". */
	shopId?: string;
	/** The addresses that ours replaced, by event; they are put back when a test ends. */
	previous?: Record<string, string>;
	/** Whether the registration lasts only for "Listen for test event". */
	isTest?: boolean;
	/** Ids of the latest notifications. */
	seen?: string;
	/** The latest orders that were reported as new. */
	knownOrders?: string;
}

const PATH = '/event/202309/webhooks';

const SCOPES = ['seller.authorization.info'] as const;

const AGAIN = 'Try again: doing it a second time changes nothing more.';

/**
 * Refuses an address that TikTok would refuse, before it is asked.
 *
 * @throws InputError with the way to a public address
 * @see doc page tts-webhooks-overview
 */
export function checkAddress(address: string): void {
	const howTo =
		'TikTok Shop delivers only to https addresses with a domain name and without a port. On your own server set the environment variable WEBHOOK_URL to such an address that leads to n8n (a reverse proxy or a tunnel). Without a public address use the TikTok Shop Polling Trigger instead.';
	const refuse = (why: string) =>
		new InputError(
			`TikTok Shop cannot reach this n8n: ${why}`,
			`The address is ${address}. ${howTo}`,
			'webhookAddress',
		);
	const problem = addressProblem(address);
	if (problem !== undefined) throw refuse(problem);
}

/** One shop's addresses, by event. */
interface Registration {
	client: Client;
	shop: Shop;
	address: string;
	events: string[];
	current: Map<string, string>;
}

async function open(context: IHookFunctions): Promise<Registration> {
	const client = createClient(context);
	const address = context.getNodeWebhookUrl('default') ?? '';
	const events = subscriptionsOf(context);
	const choice = asText(context.getNodeParameter('shop', '', { extractValue: true }));
	const shop = await findShop(client, choice);
	return { client, shop, address, events, current: await readAddresses(client, shop) };
}

/** What the chosen events are called in a subscription; several choices can share one. */
function subscriptionsOf(context: IHookFunctions): string[] {
	const chosen = context.getNodeParameter('events', []) as string[];
	const events = EVENTS.filter(({ value }) => chosen.includes(value));
	if (events.length === 0)
		throw new InputError(
			'No event is chosen: choose at least one under Events',
			undefined,
			'noEvents',
		);
	const appOnly = events.filter(({ subscription }) => subscription === undefined);
	if (appOnly.length > 0) {
		throw new InputError(
			`TikTok Shop sends "${appOnly.map(({ name }) => name).join('", "')}" only to the address of the whole app`,
			'Set Registration to "In Partner Center", and enter the Production URL of this node there, under Developing → Basic information.',
			'noEvents',
		);
	}
	return [...new Set(events.map(({ subscription = '' }) => subscription))];
}

/** @see doc page get-shop-webhooks-202309 */
async function readAddresses(client: Client, shop: Shop): Promise<Map<string, string>> {
	const { data } = await client.send({
		method: 'GET',
		path: PATH,
		shopCipher: shop.cipher,
		action: 'List the webhooks of the shop',
		scopes: SCOPES,
		repeatable: true,
		findGap: (answer) => findMissingList(answer, 'webhooks'),
	});
	return new Map(
		entriesOf(data, 'webhooks').map(({ event_type, address }) => [
			asText(event_type),
			asText(address),
		]),
	);
}

/** @see doc page update-shop-webhook-202309 */
async function writeAddress({ client, shop }: Registration, event: string, address: string) {
	await client.send({
		method: 'PUT',
		path: PATH,
		body: { address, event_type: event },
		shopCipher: shop.cipher,
		action: 'Register the webhook',
		scopes: SCOPES,
		repeatable: true,
		inDoubt: AGAIN,
	});
}

/** @see doc page delete-shop-webhook-202309 */
async function removeAddress({ client, shop }: Registration, event: string) {
	await client.send({
		method: 'DELETE',
		path: PATH,
		body: { event_type: event },
		shopCipher: shop.cipher,
		action: 'Remove the webhook',
		scopes: SCOPES,
		repeatable: true,
		inDoubt: AGAIN,
	});
}

/** Whether all chosen events go to our address already, and none that we registered before and is no longer chosen. */
export async function isRegistered(context: IHookFunctions, state: TriggerState): Promise<boolean> {
	const { address, events, current, shop } = await open(context);
	const left = [...current].some(([event, to]) => to === address && !events.includes(event));
	if (left || !events.every((event) => current.get(event) === address)) return false;
	// Any change has n8n store all of the state, over what a notification has stored meanwhile.
	if (state.shopId !== shop.id) state.shopId = shop.id;
	return true;
}

/**
 * Has the chosen events sent to our address.
 *
 * @throws InputError where an event goes to somebody else's address and the user did not allow to replace it
 */
export async function register(context: IHookFunctions, state: TriggerState): Promise<void> {
	const registration = await open(context);
	const { address, events, current, shop } = registration;
	if (events.length === 0)
		throw new InputError(
			'No event is chosen: choose at least one under Events',
			undefined,
			'noEvents',
		);
	checkAddress(address);
	const foreign = events.filter((event) => mayNotReplace(context, current.get(event), address));
	if (foreign.length > 0) throw takenError(foreign, current);
	state.previous = {};
	state.shopId = shop.id;
	state.isTest = context.getMode() === 'manual';
	for (const event of events) {
		const before = current.get(event);
		if (before !== undefined && before !== address) state.previous[event] = before;
		await writeAddress(registration, event, address);
	}
}

function mayNotReplace(
	context: IHookFunctions,
	taken: string | undefined,
	address: string,
): boolean {
	if (taken === undefined || isOurs(taken, address)) return false;
	if (context.getNodeParameter('options.replaceAddress', false) === true) return false;
	// A test of our own n8n borrows the address and gives it back.
	return !(context.getMode() === 'manual' && sameOrigin(taken, address));
}

/** Also the address this node had before n8n moved, or left behind when a test was cut off: the webhook id stays. */
function isOurs(taken: string, address: string): boolean {
	const idAndPath = (url: string) => url.split('/').slice(-2).join('/');
	return idAndPath(taken) === idAndPath(address);
}

const sameOrigin = (a: string, b: string) =>
	URL.canParse(a) && URL.canParse(b) && new URL(a).origin === new URL(b).origin;

function takenError(events: string[], current: Map<string, string>): InputError {
	const lines = events.map((event) => `• ${nameOf(event)}: ${current.get(event)}`);
	return new InputError(
		'Another address already receives these events of the shop',
		`TikTok Shop keeps one address for each event and shop:\n${lines.join('\n')}\nAnother workflow or tool would no longer get them. Add the option "Replace Other Address" to take them over, or combine the events in one workflow.`,
		'webhookTaken',
	);
}

const nameOf = (event: string) => EVENTS.find(({ value }) => value === event)?.name ?? event;

/** Whether the app's one address in Partner Center leads here, so that there is nothing to register. */
export const isAppWide = (context: IHookFunctions | IWebhookFunctions) =>
	context.getNodeParameter('registration', 'shop') === 'app';

/**
 * Gives up our address for all events that still go to it.
 *
 * @param putBack - whether the addresses that ours replaced are registered again
 */
export async function unregister(
	context: IHookFunctions,
	state: TriggerState,
	putBack: boolean,
): Promise<void> {
	const { previous = {} } = state;
	const registration = await open(context);
	// TikTok's list and not our state says which: a notification may have been stored over the state.
	for (const [event, address] of registration.current) {
		if (address !== registration.address) continue;
		const before = previous[event];
		if (before !== undefined && putBack) await writeAddress(registration, event, before);
		else await removeAddress(registration, event);
	}
	delete state.previous;
}
