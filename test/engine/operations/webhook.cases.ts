import { apiRequests, operate } from '../support';
import { NODE, type Cases } from './case';

const address = 'https://hooks.example.com/tiktok';

const setting = (event: string) => ({ resource: 'webhook', operation: 'set', event, address });

const all = { resource: 'webhook', operation: 'getMany' };

export const cases: Cases = {
	'webhook.getMany': {
		good: async (world) => {
			await operate(world, setting('ORDER_STATUS_CHANGE'));
			return {
				parameters: {},
				check: (execution) => {
					expect(execution.json(NODE)).toEqual([
						{
							event: 'ORDER_STATUS_CHANGE',
							address,
							created: expect.stringMatching(/Z$/),
							updated: expect.stringMatching(/Z$/),
						},
					]);
				},
			};
		},
		bad: { withoutScope: 'seller.authorization.info' },
	},
	'webhook.set': {
		good: () => ({
			parameters: { event: 'NEW_MESSAGE_LISTENER', address },
			check: async (execution, world) => {
				expect(execution.json(NODE)).toEqual([{ success: true }]);
				const [sent] = (await apiRequests(world)).filter(({ method }) => method === 'PUT');
				expect(JSON.parse(sent?.body ?? '')).toEqual({
					event_type: 'NEW_MESSAGE_LISTENER',
					address,
				});
				const found = (await operate(world, all)).json(NODE);
				expect(found).toContainEqual(expect.objectContaining({ event: 'NEW_MESSAGE_LISTENER' }));
			},
		}),
		bad: {
			parameters: { address: 'https://hooks.example.com:8443/tiktok' },
			message: 'Address is none that TikTok Shop sends to: its address has a port',
		},
	},
	'webhook.delete': {
		good: async (world) => {
			await operate(world, setting('PACKAGE_UPDATE'));
			return {
				parameters: { event: 'PACKAGE_UPDATE' },
				check: async (execution) => {
					expect(execution.json(NODE)).toEqual([{ success: true }]);
					const found = (await operate(world, all)).json(NODE);
					expect(found.map(({ event }) => event)).not.toContain('PACKAGE_UPDATE');
				},
			};
		},
		bad: { parameters: { event: '={{ "" }}' }, message: 'Event is empty' },
	},
};
