/**
 * The countries a shop can sell in. The market decides which page the shop owner authorizes on: the United States have
 * their own. Saudi Arabia and the United Arab Emirates are named by sellers' tools, not yet by TikTok's regions page.
 *
 * @see doc pages authorization-overview-202407, regions
 */
export const MARKETS = [
	{ name: 'Brazil', value: 'BR' },
	{ name: 'France', value: 'FR' },
	{ name: 'Germany', value: 'DE' },
	{ name: 'Indonesia', value: 'ID' },
	{ name: 'Ireland', value: 'IE' },
	{ name: 'Italy', value: 'IT' },
	{ name: 'Japan', value: 'JP' },
	{ name: 'Malaysia', value: 'MY' },
	{ name: 'Mexico', value: 'MX' },
	{ name: 'Philippines', value: 'PH' },
	{ name: 'Saudi Arabia', value: 'SA' },
	{ name: 'Singapore', value: 'SG' },
	{ name: 'Spain', value: 'ES' },
	{ name: 'Thailand', value: 'TH' },
	{ name: 'United Arab Emirates', value: 'AE' },
	{ name: 'United Kingdom', value: 'GB' },
	{ name: 'United States', value: 'US' },
	{ name: 'Vietnam', value: 'VN' },
];

/** The three hosts of TikTok Shop that the package talks to or sends a browser to. */
export interface Endpoints {
	authorizeUrl: string;
	authUrl: string;
	apiUrl: string;
}

export const DEFAULT_ENDPOINTS: Endpoints = {
	authorizeUrl: 'https://services.tiktokshop.com',
	authUrl: 'https://auth.tiktok-shops.com',
	apiUrl: 'https://open-api.tiktokglobalshop.com',
};

const US_AUTHORIZE_URL = 'https://services.us.tiktokshop.com';

/**
 * The hosts for a credential: TikTok's own for the market, or the ones entered under Custom Endpoints.
 *
 * @param credentials - the credential's form; URLs without a trailing slash or with one
 */
export function endpointsOf(
	credentials: { market: string; customEndpoints?: boolean } & Partial<Endpoints>,
): Endpoints {
	const official = {
		...DEFAULT_ENDPOINTS,
		authorizeUrl: credentials.market === 'US' ? US_AUTHORIZE_URL : DEFAULT_ENDPOINTS.authorizeUrl,
	};
	if (!credentials.customEndpoints) return official;
	return {
		// The form is pre-filled with the page of most countries; left as it is, the market still decides.
		authorizeUrl:
			credentials.authorizeUrl === DEFAULT_ENDPOINTS.authorizeUrl
				? official.authorizeUrl
				: withoutTrailingSlash(credentials.authorizeUrl || official.authorizeUrl),
		authUrl: withoutTrailingSlash(credentials.authUrl || official.authUrl),
		apiUrl: withoutTrailingSlash(credentials.apiUrl || official.apiUrl),
	};
}

function withoutTrailingSlash(url: string): string {
	return url.trim().replace(/\/+$/, '');
}
