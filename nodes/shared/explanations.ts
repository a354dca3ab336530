import { namesOfGranted, nameScope, SCOPES, type ScopeKey } from './scopes';

export type FailureKind =
	| 'accessTokenExpired'
	| 'answerUnreadable'
	| 'appKey'
	| 'authorizationDenied'
	| 'authorizationExpired'
	| 'clock'
	| 'codeRefused'
	| 'documentPending'
	| 'file'
	| 'format'
	| 'internal'
	| 'ipAllowList'
	| 'method'
	| 'network'
	| 'notConnected'
	| 'otherSeller'
	| 'path'
	| 'rateLimit'
	| 'redirect'
	| 'refused'
	| 'scope'
	| 'searchCap'
	| 'shop'
	| 'shopCipher'
	| 'shopCipherRefused'
	| 'signature'
	| 'timeout'
	| 'token'
	| 'unavailable'
	| 'version'
	| 'wrongUser';

/** What TikTok answered when it refused, and what was being asked of it. */
export interface Failure {
	/** TikTok's code; undefined where no envelope came. */
	code?: number;
	message: string;
	requestId?: string;
	httpStatus?: number;
	/** The action as n8n shows it, for instance "Get an order". */
	action?: string;
	/** Any one of these scopes opens the operation. */
	scopes?: readonly ScopeKey[];
	/** Scope keys joined by commas, as granted at the last authorization. */
	grantedScopes?: string;
	/** The address to open for a new authorization. */
	authorizeUrl?: string;
}

/** What ends every explanation that takes a new authorization. */
export const reconnect = ({ authorizeUrl }: Failure) =>
	authorizeUrl === undefined
		? 'Ask the shop owner to authorize the app again and paste the new code into the credential.'
		: `Let the shop owner open ${authorizeUrl} and accept; then paste the address TikTok redirects to into "Authorization Code" of the credential. Workflows and settings stay.`;

type Explanation = (failure: Failure) => [title: string, explanation: string];

/** What happened, why, and what to do now. */
export const EXPLANATIONS: Record<FailureKind, Explanation> = {
	accessTokenExpired: (failure) => [
		'The connection to TikTok Shop has expired',
		`The access token is no longer valid and could not be renewed. ${reconnect(failure)}`,
	],
	answerUnreadable: () => [
		'TikTok Shop sent an answer that cannot be read',
		'Instead of its usual answer something else came back, often the error page of a proxy or a connection cut short. Try again; if it stays, check proxy and firewall of the n8n server.',
	],
	appKey: () => [
		'TikTok Shop does not know this App Key or App Secret',
		'Copy App Key and App Secret again from Partner Center → App & Service → your app → App details (Credentials). Check that the app is not disabled and that the Service ID does not stand in the App Key field.',
	],
	authorizationDenied: (failure) => [
		'The shop owner declined the authorization',
		`On TikTok’s page the access was denied, so there is nothing to connect. ${reconnect(failure)}`,
	],
	authorizationExpired: (failure) => [
		'The authorization of this shop has ended',
		`TikTok no longer accepts the stored authorization: it ran out, or the seller removed the app in Seller Center. ${reconnect(failure)}`,
	],
	clock: () => [
		'The clock of the n8n server is wrong',
		'TikTok accepts requests only if their time is at most 5 minutes behind or 30 seconds ahead of its own. Turn on automatic time (NTP) on the machine that runs n8n, then try again.',
	],
	codeRefused: (failure) => [
		'TikTok did not accept the authorization code: it is too old, was used before or belongs to another app',
		`A code works once and for 30 minutes. ${reconnect(failure)} To go on with the previous connection, clear that field.`,
	],
	documentPending: () => [
		'The shipping document is not ready yet',
		'The carrier is still making it. It was asked for several times; wait a minute and try again.',
	],
	file: () => [
		'The file is too large for TikTok Shop',
		'Use a smaller file, or compress the image first.',
	],
	format: () => [
		'TikTok Shop could not read the request',
		'The body has to be JSON, or a file upload where the endpoint takes files. In a Custom API Call check the body and its type.',
	],
	internal: () => [
		'TikTok Shop has an internal problem',
		'The request was repeated without success. Try again later; if it stays, send the request_id to TikTok Shop support.',
	],
	ipAllowList: () => [
		'TikTok Shop refuses the address of this n8n server',
		'The app has an IP allow list. In Partner Center → App & Service → your app, add the public IP address of your n8n server to it, or turn the list off.',
	],
	method: () => [
		'TikTok Shop does not offer this method here',
		'In a Custom API Call compare the method with the API documentation; otherwise update this package.',
	],
	network: ({ message }) => [
		'TikTok Shop cannot be reached',
		`The connection failed (${message}). Check the network, proxy and firewall of the n8n server, then try again.`,
	],
	notConnected: ({ authorizeUrl }) => [
		`Not connected yet: let the shop owner open ${authorizeUrl ?? 'the authorize address'} and accept, then paste the address TikTok redirects to (or the code in it) into "Authorization Code" and save`,
		'Only the owner of the shop can authorize. The code is valid for 30 minutes.',
	],
	otherSeller: (failure) => [
		'Another seller was authorized than the one this credential belongs to',
		`The connection stays as it was. Sign out on TikTok’s pages and sign in as the owner of the right shop. ${reconnect(failure)}`,
	],
	path: () => [
		'TikTok Shop does not know this endpoint',
		'In a Custom API Call compare the path and its version with the API documentation; otherwise update this package.',
	],
	rateLimit: () => [
		'TikTok Shop is receiving too many requests',
		'An app may ask each endpoint 50 times per second and shop. The request was repeated with growing pauses and still refused. Run fewer workflows at the same time, or try again later.',
	],
	redirect: () => [
		'A redirect came instead of TikTok Shop’s answer, and was not followed',
		'It would take secrets of this connection to another address. Check proxy and firewall of the n8n server and, if Custom Endpoints is on, the addresses in the credential.',
	],
	refused: ({ message, action }) => [
		message || 'TikTok Shop refused the request',
		action === undefined
			? 'Check the values that were sent.'
			: `"${action}" was refused. Check the values entered in this node.`,
	],
	scope: (failure) => explainScope(failure),
	searchCap: () => [
		'TikTok Shop stops a search after 10,000 results',
		'Narrow the search with filters, for instance a shorter time span, and run it once for each part.',
	],
	shop: () => [
		'TikTok Shop does not know this shop, or the connection does not include it',
		'Choose the shop again from the list. If it is missing there, the shop’s owner has to authorize the app.',
	],
	shopCipher: () => [
		'No shop was given',
		'This operation works on one shop: choose it in the field Shop.',
	],
	shopCipherRefused: () => [
		'This endpoint does not take a shop',
		'It works on the whole seller account. In a Custom API Call set Shop Cipher to Leave Out.',
	],
	signature: () => [
		'TikTok Shop did not accept the signature',
		'The App Secret does not belong to the App Key. Copy both again from Partner Center → App & Service → your app → App details (Credentials).',
	],
	timeout: () => [
		'TikTok Shop took too long to answer',
		'Try again, with fewer or smaller items at once.',
	],
	token: (failure) => [
		'TikTok Shop does not accept the stored access token',
		`It was withdrawn or belongs to another app. ${reconnect(failure)}`,
	],
	unavailable: () => [
		'TikTok Shop is not available at the moment',
		'The request was repeated without success. Try again later.',
	],
	version: () => [
		'TikTok Shop no longer offers this version of the endpoint',
		'Update this package; in a Custom API Call use the version in the API documentation.',
	],
	wrongUser: (failure) => [
		'The connected TikTok account does not fit this request',
		`It has to be the seller account that owns the chosen shop, not a creator, a partner or another seller. ${reconnect(failure)}`,
	],
};

/** The rest stands in "Check Connection". */
const SCOPES_SHOWN = 5;

function explainScope(failure: Failure): [string, string] {
	const { scopes = [], action, grantedScopes = '' } = failure;
	const needed = scopes.map(nameScope).join(' or ');
	const names = [...new Set<string>(scopes.map((key) => SCOPES[key].name))];
	const review = scopes.length > 0 && scopes.every((key) => SCOPES[key].needsApproval);
	const others = namesOfGranted(grantedScopes).filter((name) => !names.includes(name));
	const more = others.length > SCOPES_SHOWN ? ` and ${others.length - SCOPES_SHOWN} more` : '';
	return [
		scopes.length === 0
			? 'A permission (scope) is missing for this request'
			: `The permission (scope) "${names.join('" or "')}" is missing`,
		[
			`${action === undefined ? 'This request' : `"${action}"`} needs ${needed || 'a scope that this connection does not have'}.`,
			`1. Open Partner Center → App & Service → your app → Manage API and enable it${review ? '; TikTok reviews requests for this scope, which can take days' : ''}.`,
			`2. The scope counts only after a new authorization. ${reconnect(failure)}`,
			others.length > 0
				? `Operations of the other scopes go on working (granted: ${others.slice(0, SCOPES_SHOWN).join(', ')}${more}).`
				: 'Operations of the other scopes go on working.',
		].join('\n'),
	];
}

/** Of a connection without any shop. */
export const NO_SHOP: [string, string] = [
	'No shop is authorized',
	'The connection works, but covers no shop. Most often somebody else than the shop’s owner authorized (a collaborator cannot), or the shop was closed. Let the owner of the shop authorize the app again.',
];
