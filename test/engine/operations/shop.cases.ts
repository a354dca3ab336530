import { authorizeAddress, type TikTokShopCredentials } from '../../../nodes/shared/oauth';
import { apiRequests, authorize, byId, operate } from '../support';
import { credentialForm } from '../../sandbox/credentialForm';
import { NODE, type Cases } from './case';

export const cases: Cases = {
	'shop.getMany': {
		good: async ({ sandbox }) => {
			const [shop] = await sandbox.control.shops();
			return {
				parameters: {},
				check: (execution) => {
					const { id, name, region, code } = shop ?? {};
					expect(execution.json(NODE)).toEqual([{ id, name, region, code, seller_type: 'LOCAL' }]);
				},
			};
		},
		bad: { withoutScope: 'seller.authorization.info' },
	},
	'shop.getActive': {
		good: async ({ sandbox }) => {
			const [shop] = await sandbox.control.shops();
			return {
				parameters: {},
				check: (execution) => {
					expect(execution.json(NODE)).toEqual([{ id: shop?.id, region: 'GB' }]);
				},
			};
		},
		bad: { withoutScope: 'seller.shop.info' },
	},
	'shop.getPermissions': {
		good: () => ({
			parameters: {},
			check: (execution) => {
				expect(execution.json(NODE)).toEqual([{ permissions: ['MANAGE_GLOBAL_PRODUCT'] }]);
			},
		}),
		bad: { withoutScope: 'seller.shop.info' },
	},
	'shop.getCategoryAssets': {
		good: async ({ sandbox, host, credential }) => {
			await sandbox.control.grantScope('partner.authorization.info');
			const form = credentialForm(sandbox) as unknown as TikTokShopCredentials;
			const authorizationCode = await authorize(authorizeAddress(form));
			await host.credentials.update(credential.id, { authorizationCode });
			return {
				parameters: {},
				check: (execution) => {
					expect(execution.json(NODE)).toEqual([
						{
							cipher: expect.stringMatching(/^ROW_/),
							target_market: 'US',
							category: { id: 600001, name: 'Home Supplies' },
						},
					]);
				},
			};
		},
		bad: { withoutScope: 'partner.authorization.info' },
	},
	'shop.checkConnection': {
		good: async ({ sandbox }) => {
			const [shop] = await sandbox.control.shops();
			return {
				parameters: {},
				check: async (execution, world) => {
					const [report] = execution.json(NODE);
					expect(report).toMatchObject({
						summary: expect.stringContaining(
							'By what TikTok granted last, all operations for sellers have the scope they need.',
						),
						connected: true,
						seller: { name: expect.stringMatching(/\S/), region: 'GB' },
						shops: [{ id: shop?.id, name: shop?.name, region: 'GB', sellerType: 'LOCAL' }],
						accessToken: { expiresAt: expect.stringMatching(/Z$/), daysLeft: 6 },
						authorization: { expiresAt: expect.stringMatching(/Z$/), daysLeft: 179 },
						grantedScopes: expect.arrayContaining([
							'Order Information (430276, seller.order.info)',
						]),
						missingScopes: [],
					});
					expect(report).not.toHaveProperty('authorizeUrl');
					const sent = await apiRequests(world);
					expect(sent.map(({ path }) => path)).toEqual(['/authorization/202309/shops']);
				},
			};
		},
		bad: {
			spoil: async ({ sandbox }) => await sandbox.control.revokeAuthorization(),
			message: 'The authorization of this shop has ended',
		},
	},
	'shop.disconnect': {
		good: async ({ sandbox }) => {
			const [kept, given] = await sandbox.control.setShops(['GB', 'US']);
			return {
				parameters: { shop: byId(given?.id ?? ''), confirm: true },
				check: async (execution, world) => {
					expect(execution.json(NODE)).toEqual([
						{ disconnected: true, shopId: given?.id, shopName: given?.name },
					]);
					const [sent] = (await apiRequests(world)).filter(({ method }) => method === 'DELETE');
					expect(sent).toMatchObject({ query: { shop_cipher: given?.cipher }, body: '' });
					const left = await operate(world, { resource: 'shop', operation: 'getMany' });
					expect(left.json(NODE).map(({ id }) => id)).toEqual([kept?.id]);
					const orders = await operate(world, { resource: 'order', operation: 'getMany' });
					expect(orders.json(NODE)).not.toEqual([]);
				},
			};
		},
		bad: { parameters: { confirm: false }, message: '"Yes, End the Authorization" is off' },
	},
};
