export interface AuthorizingUser {
	/** 0 seller, 1 creator, 3 partner (auth.json). */
	userType: 0 | 1 | 3;
	/** Only the owner of the shop can authorize an app (authorization-overview-202407). */
	owner: boolean;
}

export interface SandboxOptions {
	/** 0, the default, takes any free port. */
	port?: number;
	/** Same seed and same clock give the same shops, orders, products and returns. */
	seed?: number;
	/** The sandbox's clock in milliseconds. */
	now?: () => number;
	/** Orders per shop. */
	orders?: number;
	/** Products per shop. */
	products?: number;
	/** Returns per shop. */
	returns?: number;
	/** Region codes: the one seller owns one shop in each. */
	markets?: string[];
	/** Milliseconds every answer waits. */
	latencyMs?: number;
	accessTokenSeconds?: number;
	refreshTokenSeconds?: number;
	/** Multiplies the webhook retry schedule of 2 minutes, 30 minutes, 3 hours and 12 hours. */
	retryScale?: number;
	authorizeAs?: AuthorizingUser;
	log?: boolean;
	/** Requests per second for each app, shop and endpoint (rate-limits). */
	rateLimit?: number;
	/** How many rows a search can reach. */
	searchCap?: number;
	/** The app's registered redirect URL. */
	redirectUrl?: string;
}

export type Settings = Required<SandboxOptions>;

const DAY = 86_400;

export function withDefaults(options: SandboxOptions): Settings {
	return {
		port: options.port ?? 0,
		seed: options.seed ?? 1,
		now: options.now ?? Date.now,
		orders: options.orders ?? 120,
		products: options.products ?? 40,
		returns: options.returns ?? 30,
		markets: options.markets ?? ['GB', 'US'],
		latencyMs: options.latencyMs ?? 0,
		accessTokenSeconds: options.accessTokenSeconds ?? 7 * DAY,
		refreshTokenSeconds: options.refreshTokenSeconds ?? 180 * DAY,
		retryScale: options.retryScale ?? 1,
		authorizeAs: options.authorizeAs ?? { userType: 0, owner: true },
		log: options.log ?? false,
		rateLimit: options.rateLimit ?? 50,
		searchCap: options.searchCap ?? 10_000,
		redirectUrl: options.redirectUrl ?? 'http://localhost:5678/rest/oauth2-credential/callback',
	};
}
