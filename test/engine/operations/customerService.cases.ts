import type { IDataObject } from 'n8n-workflow';

import { apiRequests, byId, operate, type World } from '../support';
import { NODE, type Cases } from './case';

async function ask(world: World, operation: string, parameters: IDataObject = {}) {
	const resource = 'conversation';
	const execution = await operate(world, { resource, operation, ...parameters });
	expect(execution.error).toBeUndefined();
	return execution.json(NODE);
}

const conversations = async (world: World) =>
	await ask(world, 'getMany', { returnAll: true, simplify: false });

/** The conversation in which most was written. */
async function busiest(world: World): Promise<IDataObject> {
	const found = await conversations(world);
	const unread = ({ unread_count }: IDataObject) => Number(unread_count);
	return found.reduce((most, each) => (unread(each) > unread(most) ? each : most));
}

const messagesOf = async (world: World, id: unknown) =>
	await ask(world, 'getMessages', { conversationId: byId(String(id)), returnAll: true });

const bodyOf = async (world: World) => {
	const sent = (await apiRequests(world)).find(({ method }) => method === 'POST');
	return JSON.parse(sent?.body ?? '{}') as IDataObject;
};

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

const campaign = () => ({ taskName: 'Spring sale', endTime: inAnHour() });

/** Creates a campaign and gives its ID. */
export async function newCampaign(world: World): Promise<string> {
	const execution = await operate(world, {
		resource: 'engagement',
		operation: 'createCustom',
		...campaign(),
		messageTitle: 'Hello again',
		messageBody: 'New candles are here 🕯️',
	});
	return String(execution.json(NODE)[0]?.task_id);
}

/** Addresses of buyers of the shop, each once. */
export async function buyerEmails(world: World): Promise<string[]> {
	const found = await operate(world, {
		resource: 'order',
		operation: 'getMany',
		limit: 60,
		simplify: false,
	});
	return [...new Set(found.json(NODE).map(({ buyer_email }) => String(buyer_email)))];
}

export const cases: Cases = {
	'conversation.getMany': {
		good: () => ({
			parameters: { returnAll: true, options: { locale: 'de-DE' } },
			check: async (execution, world) => {
				const found = execution.json(NODE);
				const sent = (await apiRequests(world)).filter(({ path }) =>
					path.endsWith('/conversations'),
				);
				expect(sent).toHaveLength(Math.ceil(found.length / 20));
				expect(sent.every(({ query }) => query.page_size === '20')).toBe(true);
				const busy = found.find(({ unreadCount }) => unreadCount === 13);
				expect(busy).toMatchObject({
					canSendMessage: true,
					latestMessage: { senderRole: 'BUYER', text: 'Question 13: where is “my” order?' },
				});
				expect(busy?.buyerName).toMatch(/\S/);
			},
		}),
		bad: { withoutScope: 'seller.customer_service' },
	},
	'conversation.getMessages': {
		good: async (world) => ({
			parameters: {
				conversationId: byId(String((await busiest(world)).id)),
				returnAll: true,
				options: { sortOrder: 'ASC', sortField: 'index' },
			},
			check: async (execution, { sandbox }) => {
				const found = execution.json(NODE);
				expect(found).toHaveLength(14);
				expect(found[0]).toMatchObject({ type: 'ORDER_CARD', senderRole: 'SHOP' });
				expect(found[0]?.order_id).toMatch(/^\d{18}$/);
				expect(found[1]?.text).toBe('Question 1: where is “my” order?');
				const sent = (await sandbox.control.requests()).filter(({ path }) =>
					path.endsWith('/messages'),
				);
				expect(sent.map(({ query }) => query.page_size)).toEqual(['10', '10']);
			},
		}),
		bad: { parameters: { conversationId: byId('a b') }, message: 'Conversation is not an ID' },
	},
	'conversation.create': {
		good: async (world) => {
			const [buyer] = (await busiest(world)).participants as IDataObject[];
			return {
				parameters: { buyerUserId: buyer?.user_id },
				check: async (execution) => {
					expect(execution.json(NODE)).toEqual([{ conversation_id: (await busiest(world)).id }]);
				},
			};
		},
		bad: {
			parameters: { buyerUserId: 'amelia@example.com' },
			message: 'Buyer User ID is not an ID',
		},
	},
	'conversation.markRead': {
		good: async (world) => {
			const { id } = await busiest(world);
			return {
				parameters: { conversationId: byId(String(id)) },
				check: async (execution) => {
					expect(execution.json(NODE)).toEqual([{ success: true }]);
					const read = (await conversations(world)).find((each) => each.id === id);
					expect(read?.unread_count).toBe(0);
				},
			};
		},
		bad: { parameters: { conversationId: byId('={{ "" }}') }, message: 'Conversation is empty' },
	},
	'conversation.sendMessage': {
		good: async (world) => {
			const { id } = await busiest(world);
			const text = 'It is on its way, “Zoë”!\nSee you.';
			return {
				parameters: { conversationId: byId(String(id)), text },
				check: async (execution) => {
					expect(await bodyOf(world)).toEqual({
						type: 'TEXT',
						content: JSON.stringify({ content: text }),
					});
					const [latest] = await messagesOf(world, id);
					expect(latest).toMatchObject({
						id: execution.json(NODE)[0]?.message_id,
						senderRole: 'SHOP',
						text,
					});
				},
			};
		},
		bad: {
			parameters: { conversationId: byId('7494560109732334261'), text: 'x'.repeat(2001) },
			message: 'Text is too long: TikTok takes 2000 characters',
		},
	},
	'conversation.uploadImage': {
		good: (world) => ({
			parameters: {},
			input: [
				{
					json: {},
					binary: {
						data: {
							data: Buffer.from('a picture').toString('base64'),
							mimeType: 'image/gif',
							fileName: 'cat.gif',
						},
					},
				},
			],
			check: async (execution) => {
				const [sent] = await apiRequests(world);
				expect(sent?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
				const { url, width, height } = execution.json(NODE)[0] ?? {};
				const { id } = await busiest(world);
				await ask(world, 'sendMessage', {
					conversationId: byId(String(id)),
					type: 'IMAGE',
					url,
					width,
					height,
				});
				expect((await messagesOf(world, id))[0]).toMatchObject({ type: 'IMAGE', url, width });
			},
		}),
		bad: { parameters: { binaryPropertyName: 'cat' }, message: 'no binary field "cat"' },
	},
	'conversation.getAgentSettings': {
		good: () => ({
			parameters: {},
			check: (execution) => expect(execution.json(NODE)).toEqual([{ can_accept_chat: true }]),
		}),
		bad: { withoutScope: 'seller.customer_service' },
	},
	'conversation.updateAgentSettings': {
		good: (world) => ({
			parameters: { canAcceptChat: false },
			check: async (execution) => {
				expect(execution.json(NODE)).toEqual([{ success: true }]);
				expect(await ask(world, 'getAgentSettings')).toEqual([{ can_accept_chat: false }]);
			},
		}),
		bad: {
			parameters: { canAcceptChat: '={{ null }}' },
			message: 'Accept Conversations is empty',
		},
	},
	'conversation.getPerformance': {
		good: () => ({
			parameters: { from: '2020-01-01T00:00:00', until: '2040-01-01' },
			check: async (execution, world) => {
				const [performance] = execution.json(NODE);
				expect(performance).toMatchObject({ response_percentage: '93.4' });
				expect(Number(performance?.support_session_count)).toBeGreaterThan(0);
				const sent = (await apiRequests(world)).find(({ path }) => path.endsWith('/performance'));
				expect(sent?.query).toMatchObject({
					support_date_ge: '2020-01-01',
					support_date_lt: '2040-01-01',
				});
			},
		}),
		bad: {
			parameters: { from: 'last week', until: '2040-01-01' },
			message: 'First Day is not a date',
		},
	},
	'engagement.getPermissions': {
		good: () => ({
			parameters: {},
			check: (execution) =>
				expect(execution.json(NODE)).toContainEqual({ name: 'CUSTOM_MSG', is_authorized: true }),
		}),
		bad: { withoutScope: 'seller.customer_engagement.read' },
	},
	'engagement.getTemplates': {
		good: (world) => ({
			parameters: { locales: ['en-US', 'de-DE'] },
			check: async (execution) => {
				expect(execution.json(NODE)[0]).toMatchObject({
					id: '8646958016719848812',
					product_card_rules: { max_count: 4 },
				});
				const sent = (await apiRequests(world)).find(({ path }) => path.endsWith('_templates'));
				expect(sent?.query.locale).toBe('en-US,de-DE');
			},
		}),
		bad: { parameters: { locales: '={{ [] }}' }, message: 'Languages is empty' },
	},
	'engagement.create': {
		good: async (world) => {
			const [product] = await world.sandbox.control.products();
			return {
				parameters: {
					...campaign(),
					templateId: byId('8646958016719848812'),
					additionalFields: { productIds: product?.id },
				},
				check: async (execution) => {
					const taskId = execution.json(NODE)[0]?.task_id;
					expect(taskId).toMatch(/^\d+$/);
					expect(await bodyOf(world)).toMatchObject({
						channel: 'TIKTOK_IM',
						product_ids: [product?.id],
					});
					const found = await operate(world, {
						resource: 'engagement',
						operation: 'getPerformance',
						taskId,
					});
					expect(found.json(NODE)).toMatchObject([{ id: taskId, sent_recipient_count: 0 }]);
				},
			};
		},
		bad: {
			parameters: {
				...campaign(),
				templateId: byId('8646958016719848812'),
				additionalFields: { productIds: '1,2,3,4,5' },
			},
			message: 'Product IDs: TikTok takes 4 at once, not 5',
		},
	},
	'engagement.createCustom': {
		good: (world) => ({
			parameters: {
				...campaign(),
				messageTitle: 'Hello again',
				messageBody: 'New candles are here 🕯️',
				additionalFields: { couponIds: '7262992004278206762' },
			},
			check: async (execution) => {
				expect(execution.json(NODE)[0]?.task_id).toMatch(/^\d+$/);
				expect(await bodyOf(world)).toMatchObject({
					custom_message: { title: 'Hello again', body: 'New candles are here 🕯️' },
					coupon_ids: ['7262992004278206762'],
				});
			},
		}),
		bad: {
			parameters: { ...campaign(), messageTitle: 'x'.repeat(71), messageBody: 'Text' },
			message: 'Message Title is too long',
		},
	},
	'engagement.sendMessage': {
		good: async (world) => {
			const taskId = await newCampaign(world);
			const emails = await buyerEmails(world);
			return {
				parameters: { taskId, buyerEmail: '={{ $json.email }}' },
				input: emails.map((email) => ({ json: { email } })),
				check: async (execution) => {
					expect(execution.json(NODE)).toEqual(
						emails.map((buyer_email) => ({ buyer_email, success: true })),
					);
					const sent = (await apiRequests(world)).filter(({ path }) => path.endsWith('/messages'));
					expect(sent).toHaveLength(Math.ceil(emails.length / 50));
				},
			};
		},
		bad: {
			parameters: { taskId: '475910475643', buyerEmail: 'nobody' },
			message: 'Buyer Email is not an email address: "nobody"',
		},
	},
	'engagement.getPerformance': {
		good: async (world) => {
			const ids = [await newCampaign(world), await newCampaign(world)];
			return {
				parameters: { taskId: '={{ $json.id }}' },
				input: ids.map((id) => ({ json: { id } })),
				check: async (execution) => {
					expect(execution.json(NODE).map(({ id }) => id)).toEqual(ids);
					const sent = (await apiRequests(world)).filter(({ path }) =>
						path.endsWith('/performances'),
					);
					expect(sent).toHaveLength(1);
				},
			};
		},
		bad: { parameters: { taskId: 'spring sale' }, message: 'Campaign ID is not an ID' },
	},
};
