import { apiRequests } from '../support';
import { NODE, type Cases } from './case';

export const cases: Cases = {
	'customApiCall.request': {
		good: async ({ sandbox }) => {
			const [product] = await sandbox.control.products();
			return {
				parameters: {
					method: 'GET',
					path: `/product/202309/products/${product?.id}`,
					queryParameters: { parameter: [{ name: 'return_draft_version', value: 'false' }] },
				},
				check: async (execution, world) => {
					expect(execution.json(NODE)).toEqual([
						expect.objectContaining({ id: product?.id, title: product?.title }),
					]);
					const sent = (await apiRequests(world)).at(-1);
					expect(sent?.query).toMatchObject({
						return_draft_version: 'false',
						shop_cipher: expect.stringMatching(/^ROW_/),
						sign: expect.stringMatching(/^[\da-f]{64}$/),
					});
				},
			};
		},
		bad: {
			parameters: { path: 'https://example.com/order/202309/orders' },
			message: 'Path is not a path of the API',
		},
	},
};
