import type { IDataObject } from 'n8n-workflow';

import type { TikTokShopCredentials } from '../../nodes/shared/oauth';
import type { Client } from '../../nodes/shared/request';
import { SCOPES, type ScopeKey } from '../../nodes/shared/scopes';
import { EVENTS } from '../../nodes/TikTokShopTrigger/events';
import { fetchFullObject } from '../../nodes/TikTokShopTrigger/fullObject';
import { FEEDS } from '../../nodes/TikTokShopPollingTrigger/feeds';
import { listShops } from '../../nodes/shared/shops';
import { nodeOperations } from './shape';

const INTRO = `# Scopes

A scope is what TikTok calls a permission. Without it, TikTok refuses what needs it; everything else goes on working.

1. In Partner Center open **App & Service**, your app, **Manage API**.
2. Enable the scopes you need. The number helps to find the right one.
3. Let the owner of the shop [authorize again](connect.md#authorize-again). A scope counts only from then on.

To see which ones a connection has, run **Shop: Check Connection**.

## To begin with

| You want to | Enable |
| --- | --- |
| connect a shop at all, and use the TikTok Shop Trigger | ${nameOf('seller.authorization.info')} |
| read orders, be told about new ones | ${nameOf('seller.order.info')} |
| ship orders, get labels | ${nameOf('seller.fulfillment.basic')}, ${nameOf('seller.logistics')} |
| read products and stock | ${nameOf('seller.product.basic')} |
| change products, stock and prices | ${nameOf('seller.product.write')} |
| work on returns and cancellations | ${nameOf('seller.return_refund.basic')} |
| read statements and payments | ${nameOf('seller.finance.info')} |

Enable no more than you need: TikTok says that more scopes make a review longer, and the owner sees the list before accepting.`;

const NOTES = `## About this page

It is made from the nodes by \`npm run docs\`. Names, numbers, keys and the division into open and reviewed scopes are those of TikTok’s documentation in December 2025. Where Partner Center shows something else, Partner Center is right.

“Infomation” and \`serller\` are spelled so by TikTok. Two scopes have the name “Write External Order References”; either will do.

TikTok also wants the scope of the matter for webhooks: ${nameOf('seller.order.info')} for order events, ${nameOf('seller.product.basic')} for product events, and so on. Its documentation does not name the scope of each event.`;

/** The text of docs/scopes.md, made from what operations and triggers ask for. */
export async function scopesTable(): Promise<string> {
	const needs = await needsByScope();
	const rows = (approval: boolean) =>
		(Object.keys(SCOPES) as ScopeKey[])
			.filter((key) => SCOPES[key].needsApproval === approval)
			.sort((a, b) => SCOPES[a].name.localeCompare(SCOPES[b].name))
			.map((key) => row(key, needs.get(key) ?? []));
	return [
		INTRO,
		'## Open to every app',
		table(rows(false)),
		'## Reviewed by TikTok',
		'Request these under **Manage API**. TikTok looks at the request before the app may use them. That can take days.',
		table(rows(true)),
		NOTES,
	].join('\n\n');
}

function nameOf(key: ScopeKey): string {
	return `**${SCOPES[key].name}** (${SCOPES[key].id})`;
}

const table = (rows: string[]) =>
	[
		'| Name in Partner Center | Number | Key | Needed by |',
		'| --- | --- | --- | --- |',
		...rows,
	].join('\n');

const row = (key: ScopeKey, needs: string[]) =>
	`| ${SCOPES[key].name} | ${SCOPES[key].id} | \`${key}\` | ${needs.join('. ')} |`;

async function needsByScope(): Promise<Map<ScopeKey, string[]>> {
	const needs = new Map<ScopeKey, Map<string, string[]>>();
	const add = (key: ScopeKey, where: string, what: string) => {
		const places = needs.get(key) ?? new Map<string, string[]>();
		needs.set(key, places.set(where, [...(places.get(where) ?? []), what]));
	};
	for (const key of await scopesAskedFor((client) => listShops(client, true))) {
		add(key, 'Every node', 'the shops of the connection');
	}
	for (const { name: path, resource, operation } of nodeOperations()) {
		const { name, scopes } = operation;
		// The trigger registers by the same request.
		if (path === 'webhook.set') {
			for (const key of scopes) add(key, 'TikTok Shop Trigger', 'registering its address');
		}
		for (const key of scopes) {
			const others = scopes.filter((other) => other !== key).map((other) => SCOPES[other].name);
			add(key, resource, others.length === 0 ? name : `${name} (or ${others.join(', ')})`);
		}
	}
	for (const { name, sample } of FEEDS) {
		const keys = await scopesAskedFor((client) => sample({ client, shopCipher: '' }, 1));
		for (const key of keys) add(key, 'TikTok Shop Polling Trigger', name);
	}
	for (const about of new Set(EVENTS.map((event) => event.about))) {
		if (about === undefined) continue;
		const data = { order_id: '1', product_id: '1', return_id: '1' };
		const keys = await scopesAskedFor((client) => fetchFullObject(client, '', about, data));
		for (const key of keys) add(key, 'TikTok Shop Trigger, Fetch Full Object', about);
	}
	return new Map(
		[...needs].map(([key, places]) => [
			key,
			[...places].map(([where, what]) => `${where}: ${what.join(', ')}`),
		]),
	);
}

const NOBODY: TikTokShopCredentials = {
	appKey: '',
	appSecret: '',
	serviceId: '',
	market: '',
	authorizationCode: '',
	accessToken: '',
};

/** The scopes of the requests that something sends. */
async function scopesAskedFor(ask: (client: Client) => Promise<unknown>): Promise<ScopeKey[]> {
	const asked = new Set<ScopeKey>();
	const client: Client = {
		send: ({ scopes }) => {
			for (const key of scopes ?? []) asked.add(key);
			const data: IDataObject = {};
			return Promise.resolve({ data, requestId: '' });
		},
		credentials: () => Promise.resolve(NOBODY),
		obtain: () => Promise.resolve(NOBODY),
	};
	await ask(client);
	if (asked.size === 0) throw new Error('A trigger asks for something without naming its scope');
	return [...asked];
}
