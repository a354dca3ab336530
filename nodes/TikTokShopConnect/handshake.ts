import { randomUUID } from 'crypto';
import { DateTime } from 'luxon';
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { remember } from '../shared/remember';
import { tell, TikTokShopError } from '../shared/errors';
import { authorizeAddress, checkForm, type TikTokShopCredentials } from '../shared/oauth';
import { outcomeOf } from '../shared/outcome';
import { createClient, CREDENTIAL } from '../shared/request';
import { missingScopes, namesOfGranted } from '../shared/scopes';
import { listShops } from '../shared/shops';
import { connectedPage, failedPage, FAILURES, type Page } from './pages';
import { issueState, readState } from './state';

/** What the node remembers: which states were used. */
export interface ConnectMemory extends IDataObject {
	usedStates?: string;
}

const nowSeconds = () => Math.floor(DateTime.now().toSeconds());

/** A state counts only for this credential, workflow and node; copied workflows can share the ids of their nodes. */
const audienceOf = (context: IWebhookFunctions) => {
	const { credentials, id } = context.getNode();
	return [credentials?.[CREDENTIAL]?.id, context.getWorkflow().id, id].join(' ');
};

/** Where the connect link sends the browser. */
export async function destination(context: IWebhookFunctions): Promise<string> {
	const credentials = await context.getCredentials<TikTokShopCredentials>(CREDENTIAL);
	checkForm(credentials);
	const state = issueState(credentials.appSecret, audienceOf(context), nowSeconds());
	return authorizeAddress(credentials, state);
}

/** A parameter of the address; one that stands there twice is none, TikTok does not send that. */
const once = (value: unknown) => (typeof value === 'string' ? value : '');

/** How a callback ended: the page for the browser and, where a shop was connected, what the workflow starts with. */
export interface Ending {
	page: Page;
	item?: IDataObject;
}

/** Takes what TikTok sent the browser back with, and connects the shop. */
export async function finish(context: IWebhookFunctions, connectUrl: string): Promise<Ending> {
	const query = context.getQueryData() as IDataObject;
	const [code, state] = [once(query.code), once(query.state)];
	if (query.error === 'auth_denied' || code === 'null') {
		return { page: FAILURES.denied(connectUrl) };
	}
	const credentials = await context.getCredentials<TikTokShopCredentials>(CREDENTIAL);
	const refusal = refuseState(context, credentials.appSecret, state);
	if (refusal !== undefined) return { page: FAILURES[refusal](connectUrl) };
	if (code === '') return { page: FAILURES.forged(connectUrl) };
	const outcome = await outcomeOf(async () => await connect(context, credentials, code));
	if (outcome.error === undefined) return outcome.value;
	const { error } = outcome;
	if (error instanceof TikTokShopError && error.kind === 'otherSeller') {
		return { page: FAILURES.otherSeller(connectUrl) };
	}
	const { message, description } = tell(context.getNode(), error);
	return { page: failedPage(message, description ?? '', connectUrl) };
}

function refuseState(
	context: IWebhookFunctions,
	appSecret: string,
	state: string,
): 'expired' | 'forged' | 'noState' | 'used' | undefined {
	// Anybody could sign with an empty one.
	if (appSecret.trim() === '') return 'forged';
	if (state === '') {
		return context.getNodeParameter('options.allowAppStore', false) === true
			? undefined
			: 'noState';
	}
	const read = readState(appSecret, audienceOf(context), state, nowSeconds());
	if (typeof read === 'string') return read;
	const memory: ConnectMemory = context.getWorkflowStaticData('node');
	const used = remember(`connect ${audienceOf(context)}`, read.nonce, memory.usedStates);
	if (typeof used === 'string') return 'used';
	memory.usedStates = used.stored;
	return undefined;
}

async function connect(
	context: IWebhookFunctions,
	before: TikTokShopCredentials,
	code: string,
): Promise<Ending> {
	const sameSeller = context.getNodeParameter('options.sameSeller', true) === true;
	const client = createClient(context);
	const connected = await client.obtain({
		authorizationCode: code,
		exchangeId: randomUUID(),
		onlyOpenId: sameSeller ? before.openId : undefined,
	});
	const shops = await listShops(client, true);
	const { sellerName = '', sellerRegion = '', openId = '', grantedScopes = '' } = connected;
	const granted = namesOfGranted(grantedScopes);
	const missing = missingScopes(grantedScopes);
	return {
		page: connectedPage({ sellerName, shops, granted, missing }),
		item: {
			event: 'shopConnected',
			isReauthorization: Boolean(before.openId),
			sellerName,
			sellerRegion,
			openId,
			shops: shops.map(({ id, name, region, seller_type }) => ({ id, name, region, seller_type })),
			grantedScopes: granted,
			missingScopes: missing,
			accessTokenExpires: isoOf(connected.accessTokenExpiresAt),
			authorizationExpires: isoOf(connected.refreshTokenExpiresAt),
		},
	};
}

const isoOf = (seconds: number | undefined) =>
	seconds
		? DateTime.fromSeconds(seconds, { zone: 'utc' }).toISO({ suppressMilliseconds: true })
		: null;
