import type { Fault, MissingField } from '../sandbox';
import type { Stage } from './stage';

/** Failures as a person reads them: the title that n8n shows in red, one for each cause. */
export const TITLES = {
	accessTokenExpired: /^The connection to TikTok Shop has expired$/,
	authorizationExpired: /^The authorization of this shop has ended$/,
	clock: /^The clock of the n8n server is wrong$/,
	internal: /^TikTok Shop has an internal problem$/,
	network: /^TikTok Shop cannot be reached$/,
	rateLimit: /^TikTok Shop is receiving too many requests$/,
	scope: /^The permission \(scope\) ".+" is missing$/,
	shop: /^TikTok Shop does not know this shop, or the connection does not include it$/,
	shopNotAuthorized: /^The shop \d+ is not among the authorized shops$/,
	token: /^TikTok Shop does not accept the stored access token$/,
	unavailable: /^TikTok Shop is not available at the moment$/,
	answerUnreadable: /^TikTok Shop sent an answer that cannot be read$/,
	incomplete: /^TikTok Shop sent an incomplete answer$/,
	notFound: /^The order \d+ was not found in the shop .+$/,
} as const;

export type Title = keyof typeof TITLES;

/** What every explanation has to hold: something to do. */
export const ADVICE =
	/try again|check|run it again|let the shop owner|turn on automatic time|open partner center|choose the shop|run fewer|authorized:/i;

/** Something that goes wrong in the middle of the work. */
export interface FaultKind {
	name: string;
	/** How single requests are spoilt: those to the API, or to one path, from the nth on. */
	strikes?: { fault: Fault; path?: string; nth?: number };
	/** What happens at TikTok while a request is under way. */
	happens?: (stage: Stage) => Promise<void>;
	/** The errors that explain it; none where it has to be overcome. */
	explainedBy: Title[];
	/** Also worth a round in which it does not stop. */
	stubborn?: boolean;
	/** Only where there is time: longer than a request waits for its answer. */
	long?: boolean;
	/** What a person does when told, after which all has to work again. */
	mend?: (stage: Stage, told: string) => Promise<void>;
}

/** The searches, reads and writes of the soak, not the handshake. */
export const API = '^/(order|return_refund|product|customer_service|fulfillment)/';

/** What "Get Many" of orders pages through. */
export const PAGES = '^/order/202309/orders/search$';

const REFRESH = '^/api/v2/token/refresh$';

const NEVER_ANSWERED_MS = 62_000;

const reconnect = async (stage: Stage, told: string): Promise<void> => await stage.connectBy(told);

/** The refresh token is used up, but its successor never arrives. */
const answerLost = (name: string, fault: Fault, title: Title): FaultKind => ({
	name: `rotated refresh token lost: ${name}`,
	happens: async ({ sandbox: { control } }) => {
		await control.inject({ match: { path: REFRESH }, fault });
		await control.expireAccessTokens();
	},
	explainedBy: [title, 'authorizationExpired'],
	mend: reconnect,
});

const clockOff = (name: string, seconds: number, explainedBy: Title[]): FaultKind => ({
	name,
	happens: async ({ sandbox }) => await sandbox.control.skewClock(seconds),
	explainedBy,
	mend: async ({ sandbox }) => await sandbox.control.skewClock(-seconds),
});

const missing = (field: MissingField, explainedBy: Title[]): FaultKind => ({
	name: `missing field: ${field}`,
	strikes: { fault: { kind: 'missingField', field } },
	explainedBy,
	stubborn: true,
});

/** All that TikTok says is still there, so that nothing may go wrong. */
const distorted = (name: string, fault: Fault): FaultKind => ({
	name,
	strikes: { fault },
	explainedBy: [],
	stubborn: true,
});

export const FAULT_KINDS: FaultKind[] = [
	{
		name: '429 with Retry-After',
		strikes: { fault: { kind: 'rateLimit', retryAfter: 1 } },
		explainedBy: ['rateLimit'],
	},
	{
		name: '429 without Retry-After',
		strikes: { fault: { kind: 'rateLimit' } },
		explainedBy: ['rateLimit'],
		stubborn: true,
	},
	{
		name: '500',
		strikes: { fault: { kind: 'status', status: 500 } },
		explainedBy: ['internal'],
		stubborn: true,
	},
	{
		name: '500 after the effect',
		strikes: { fault: { kind: 'status', status: 500, afterEffect: true } },
		explainedBy: ['internal'],
	},
	{
		name: '503',
		strikes: { fault: { kind: 'html', status: 503 } },
		explainedBy: ['unavailable'],
		stubborn: true,
	},
	{
		name: 'reset before the effect',
		strikes: { fault: { kind: 'reset' } },
		explainedBy: ['network'],
		stubborn: true,
	},
	{
		name: 'reset after the effect',
		strikes: { fault: { kind: 'reset', afterEffect: true } },
		explainedBy: ['network'],
		stubborn: true,
	},
	{
		name: 'reset in mid-body',
		strikes: { fault: { kind: 'resetMidBody' } },
		explainedBy: ['network'],
	},
	{
		name: 'truncated answer',
		strikes: { fault: { kind: 'truncate' } },
		explainedBy: ['answerUnreadable'],
		stubborn: true,
	},
	{
		name: 'answer that is no JSON',
		strikes: { fault: { kind: 'nonJson' } },
		explainedBy: ['answerUnreadable'],
	},
	{
		name: 'HTML page, 502',
		strikes: { fault: { kind: 'html' } },
		explainedBy: ['internal'],
		stubborn: true,
	},
	{
		name: 'HTML page, 504 after the effect',
		strikes: { fault: { kind: 'html', status: 504, afterEffect: true } },
		explainedBy: ['internal'],
		stubborn: true,
	},
	{
		name: 'HTML page, 200',
		strikes: { fault: { kind: 'html', status: 200 } },
		explainedBy: ['answerUnreadable'],
	},
	{
		name: 'empty body',
		strikes: { fault: { kind: 'emptyBody' } },
		explainedBy: ['answerUnreadable'],
	},
	{
		name: 'wrong content type',
		strikes: { fault: { kind: 'wrongContentType' } },
		explainedBy: [],
		stubborn: true,
	},
	{ name: 'slow answer', strikes: { fault: { kind: 'slow', ms: 800 } }, explainedBy: [] },
	{
		name: 'request never answered',
		strikes: { fault: { kind: 'slow', ms: NEVER_ANSWERED_MS } },
		explainedBy: ['network'],
		long: true,
	},
	{
		name: 'answer that stops in the middle',
		strikes: { fault: { kind: 'stall' } },
		explainedBy: ['network'],
		long: true,
	},
	{
		name: 'answer that trickles',
		strikes: { fault: { kind: 'trickle', ms: 2000 } },
		explainedBy: ['network'],
		long: true,
	},
	{
		name: 'answer that cannot be unpacked',
		strikes: { fault: { kind: 'brokenGzip' } },
		explainedBy: ['network'],
		long: true,
	},
	{
		name: 'page token that repeats',
		strikes: { fault: { kind: 'repeatToken' }, path: PAGES, nth: 2 },
		explainedBy: ['incomplete'],
		stubborn: true,
	},
	missing('data', ['incomplete']),
	missing('list', ['incomplete', 'notFound']),
	missing('token', ['incomplete']),
	missing('id', ['incomplete']),
	missing('total', []),
	distorted('every field twice', { kind: 'doubleFields' }),
	distorted('IDs beyond 2^53', { kind: 'longNumbers' }),
	distorted('numbers as strings', { kind: 'numbersAsText' }),
	distorted('strings as numbers', { kind: 'textAsNumbers' }),
	{
		name: 'access token expires in mid-paging',
		happens: async ({ sandbox }) => await sandbox.control.expireAccessTokens(),
		explainedBy: [],
	},
	{
		name: 'access token expires, auth host busy',
		happens: async ({ sandbox: { control } }) => {
			await control.inject({
				match: { path: REFRESH },
				fault: { kind: 'rateLimit', retryAfter: 1 },
				times: 2,
			});
			await control.expireAccessTokens();
		},
		explainedBy: [],
	},
	{
		name: 'refresh token expired',
		happens: async ({ sandbox: { control } }) => {
			await control.expireRefreshTokens();
			await control.expireAccessTokens();
		},
		explainedBy: ['authorizationExpired'],
		mend: reconnect,
	},
	{
		name: 'authorization revoked by the seller',
		happens: async ({ sandbox }) => await sandbox.control.revokeAuthorization(),
		explainedBy: ['authorizationExpired'],
		mend: reconnect,
	},
	answerLost('reset', { kind: 'reset', afterEffect: true }, 'network'),
	answerLost('mid-body', { kind: 'resetMidBody' }, 'network'),
	answerLost('truncated', { kind: 'truncate' }, 'answerUnreadable'),
	{
		name: 'shop removed from the authorization',
		happens: async ({ sandbox: { control } }) => {
			const [shop] = await control.shops();
			await control.removeShop(shop?.id ?? '');
		},
		explainedBy: ['shop', 'shopNotAuthorized'],
	},
	{
		name: 'scopes withdrawn',
		happens: async ({ sandbox: { control } }) => {
			for (const scope of SCOPES) await control.withdrawScope(scope);
		},
		explainedBy: ['scope'],
		mend: async (stage, told) => {
			for (const scope of SCOPES) await stage.sandbox.control.grantScope(scope);
			await stage.connectBy(told);
		},
	},
	clockOff('clock of n8n 10 minutes behind', 600, ['clock']),
	clockOff('clock of n8n 2 minutes ahead', -120, ['clock']),
	clockOff('clock of n8n 4 minutes behind', 240, []),
];

const SCOPES = ['seller.order.info', 'seller.return_refund.basic', 'seller.product.write'];
