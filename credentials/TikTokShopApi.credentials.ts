import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { authenticate } from '../nodes/shared/authenticate';
import { credentialTestRules } from '../nodes/shared/errors';
import { DEFAULT_ENDPOINTS, MARKETS } from '../nodes/shared/markets';
import { obtainTokens, type TikTokShopCredentials } from '../nodes/shared/oauth';

const customEndpoints: INodeProperties['displayOptions'] = { show: { customEndpoints: [true] } };

const authorizationCode: INodeProperties = {
	displayName: 'Authorization Code',
	name: 'authorizationCode',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	hint: 'First save without it, and open More details in the message: it shows the address to open. Paste here the address you are sent to afterwards.',
	description:
		'The code, or the whole address TikTok redirects to after the shop owner accepted. It works once and for 30 minutes. Paste a new one to authorize again.',
};

export class TikTokShopApi implements ICredentialType {
	name = 'tikTokShopApi';

	displayName = 'TikTok Shop API';

	documentationUrl =
		'https://github.com/n8n-nodes-tiktok-shop/n8n-nodes-tiktok-shop/blob/main/docs/connect.md';

	icon: Icon = { light: 'file:../icons/tiktokshop.svg', dark: 'file:../icons/tiktokshop.dark.svg' };

	properties: INodeProperties[] = [
		{
			displayName: 'App Key',
			name: 'appKey',
			type: 'string',
			default: '',
			required: true,
			placeholder: '6a1b2c3d4e5f6',
			description: 'In Partner Center: App & Service → your app → App details',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Stands beside the App Key in Partner Center',
		},
		{
			displayName: 'Service ID',
			name: 'serviceId',
			type: 'string',
			default: '',
			required: true,
			placeholder: '7172610000000000000',
			hint: 'The long number under the app’s name in Partner Center, not the App Key',
			description: 'Decides which app the shop owner is asked to authorize',
		},
		{
			displayName: 'Market',
			name: 'market',
			type: 'options',
			options: MARKETS,
			default: 'US',
			description:
				'The country the shop sells in: it decides the page the shop owner authorizes on',
		},
		authorizationCode,
		{
			displayName: 'Custom Endpoints',
			name: 'customEndpoints',
			type: 'boolean',
			default: false,
			description: 'Whether to use other addresses than TikTok’s own, for a sandbox or a proxy',
		},
		{
			displayName: 'Authorize URL',
			name: 'authorizeUrl',
			type: 'string',
			default: DEFAULT_ENDPOINTS.authorizeUrl,
			displayOptions: customEndpoints,
			description: 'Where the shop owner authorizes',
		},
		{
			displayName: 'Auth URL',
			name: 'authUrl',
			type: 'string',
			default: DEFAULT_ENDPOINTS.authUrl,
			displayOptions: customEndpoints,
			description: 'Where tokens are obtained and renewed',
		},
		{
			displayName: 'API URL',
			name: 'apiUrl',
			type: 'string',
			default: DEFAULT_ENDPOINTS.apiUrl,
			displayOptions: customEndpoints,
			description: 'Where the TikTok Shop Open API answers',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Refresh Token',
			name: 'refreshToken',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
		...[
			['Access Token Issued At', 'accessTokenIssuedAt'],
			['Access Token Expires At', 'accessTokenExpiresAt'],
			['Refresh Token Expires At', 'refreshTokenExpiresAt'],
			['Open ID', 'openId'],
			['Seller Name', 'sellerName'],
			['Seller Region', 'sellerRegion'],
			['Granted Scopes', 'grantedScopes'],
			['Used Codes', 'usedCodes'],
			['Connected App Key', 'connectedAppKey'],
		].map(([displayName, name]): INodeProperties => ({
			displayName: displayName ?? '',
			name: name ?? '',
			type: 'hidden',
			default: '',
		})),
	];

	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		return { ...(await obtainTokens(this.helpers.httpRequest, asTikTokShop(credentials))) };
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return await Promise.resolve(authenticate(asTikTokShop(credentials), requestOptions));
	}

	test: ICredentialTestRequest = {
		request: {
			baseURL: `={{ $credentials.customEndpoints ? $credentials.apiUrl : '${DEFAULT_ENDPOINTS.apiUrl}' }}`,
			url: '/authorization/202309/shops',
			// The rules read TikTok's code, which says more than any HTTP status.
			ignoreHttpStatusErrors: true,
		},
		rules: credentialTestRules(),
	};
}

function asTikTokShop(credentials: ICredentialDataDecryptedObject): TikTokShopCredentials {
	return credentials as unknown as TikTokShopCredentials;
}
