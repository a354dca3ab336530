import { apiRequests, byId } from '../support';
import { NODE, type Cases } from './case';

const items = (ids: string[]) => ids.map((productId) => ({ json: { productId } }));

const eachProduct = { productId: { __rl: true, mode: 'id', value: '={{ $json.productId }}' } };

export const cases: Cases = {
	'product.activate': {
		good: async ({ sandbox }) => {
			const live = (await sandbox.control.products()).filter(({ status }) => status === 'ACTIVATE');
			const ids = live.slice(0, 25).map(({ id }) => id);
			for (const id of ids) await sandbox.control.setProductStatus(id, 'SELLER_DEACTIVATED');
			return {
				parameters: eachProduct,
				input: items(ids),
				check: async (execution, world) => {
					expect(execution.json(NODE)).toEqual(
						ids.map((product_id) => ({ product_id, success: true })),
					);
					const sent = (await apiRequests(world)).filter(({ path }) => path.endsWith('/activate'));
					expect(sent).toHaveLength(Math.ceil(ids.length / 20));
				},
			};
		},
		bad: { parameters: { productId: byId('a/b') }, message: 'Product is not an ID' },
	},
	'image.upload': {
		good: () => ({
			parameters: { useCase: 'DESCRIPTION_IMAGE' },
			input: [
				{
					json: {},
					binary: {
						data: {
							data: Buffer.from('a picture').toString('base64'),
							mimeType: 'image/png',
							fileName: 'p.png',
						},
					},
				},
			],
			check: async (execution, world) => {
				expect(execution.json(NODE)[0]?.uri).toMatch(/\S/);
				const [sent] = await apiRequests(world);
				expect(sent?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
			},
		}),
		bad: { parameters: { binaryPropertyName: 'nothing' }, message: 'no binary field "nothing"' },
	},
};
