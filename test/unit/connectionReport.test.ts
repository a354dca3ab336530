import { reportOf } from '../../nodes/shared/connectionReport';
import type { TikTokShopCredentials } from '../../nodes/shared/oauth';
import type { Operation, Resource } from '../../nodes/shared/operation';
import type { ScopeKey } from '../../nodes/shared/scopes';

const now = () => Math.floor(Date.now() / 1000);

const DAY = 86_400;

const operation = (name: string, ...scopes: ScopeKey[]): Operation => ({
	name,
	action: name,
	description: '',
	doc: '',
	scopes,
	fields: [],
	request: { method: 'GET', path: '/', shop: 'none' },
});

const resources: Resource[] = [
	{
		name: 'Order',
		value: 'order',
		description: '',
		operations: {
			get: operation('Get', 'seller.order.info'),
			write: operation('Write', 'seller.order.ext_ref.write', 'seller.order.ext_ref.write.custom'),
			assets: operation('Assets', 'partner.authorization.info'),
			any: operation('Any'),
		},
	},
];

const credentials = (changed: Partial<TikTokShopCredentials>): TikTokShopCredentials => ({
	appKey: '6key',
	appSecret: 'the secret',
	serviceId: '7431866218905734917',
	market: 'GB',
	authorizationCode: '',
	accessToken: 'the token',
	sellerName: 'Candles',
	sellerRegion: 'GB',
	grantedScopes: 'seller.order.info,seller.order.ext_ref.write.custom,some.new.scope',
	accessTokenExpiresAt: now() + 7 * DAY + 60,
	refreshTokenExpiresAt: now() + 100 * DAY + 60,
	...changed,
});

describe('reportOf', () => {
	it('takes any of the scopes of an operation for enough', () => {
		const report = reportOf(credentials({}), [], resources);
		expect(report.resources).toEqual([
			{
				resource: 'Order',
				works: true,
				operations: [
					{ operation: 'Get', works: true },
					{ operation: 'Write', works: true },
					{
						operation: 'Assets',
						works: false,
						missing:
							'Partner Authorized Information (733700, partner.authorization.info), which only affiliate partners have',
					},
					{ operation: 'Any', works: true },
				],
			},
		]);
		expect(report.grantedScopes).toContain('some.new.scope');
	});

	it('asks for no scope that a seller cannot grant', () => {
		const report = reportOf(credentials({}), [], resources);
		expect(report.missingScopes).toEqual([]);
		expect(report).not.toHaveProperty('authorizeUrl');
	});

	it('says how to get what is missing', () => {
		const report = reportOf(credentials({ grantedScopes: 'other' }), [], resources);
		expect(report.summary).toContain('Order Information (for 1)');
		expect(report.authorizeUrl).toMatch(/^https:.*service_id=7431866218905734917/);
	});

	it('warns of an authorization that ends soon', () => {
		const report = reportOf(
			credentials({ refreshTokenExpiresAt: now() + 9 * DAY + 60 }),
			[],
			resources,
		);
		expect(report.authorization).toMatchObject({ daysLeft: 9 });
		expect(report.summary).toContain('authorize again soon');
		expect(report).toHaveProperty('authorizeUrl');
	});

	it('claims nothing where TikTok did not say', () => {
		const report = reportOf(
			credentials({ grantedScopes: '', refreshTokenExpiresAt: 0 }),
			[],
			resources,
		);
		expect(report.summary).toContain('TikTok did not say when');
		expect(report.summary).toContain('TikTok did not say which scopes');
		expect(report).toMatchObject({ authorization: {}, resources: [], missingScopes: [] });
	});
});
