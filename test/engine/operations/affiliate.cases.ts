import type { IDataObject } from 'n8n-workflow';

import { apiRequests, byId, operate, type World } from '../support';
import { NODE, type Cases } from './case';
import { fileItem, png } from './pictures';

/** What an operation gives out, to prepare or to look at the effect of another one. */
async function ask(world: World, resource: string, operation: string, more: IDataObject = {}) {
	const execution = await operate(world, { resource, operation, ...more });
	expect(execution.error).toBeUndefined();
	return execution.json(NODE);
}

async function first(world: World, resource: string, operation: string, more: IDataObject = {}) {
	const [found] = await ask(world, resource, operation, more);
	if (found === undefined) throw new Error(`${resource}.${operation} gave nothing out`);
	return found;
}

const openCollaborations = async (world: World) =>
	await ask(world, 'openCollaboration', 'getMany', { returnAll: true });

/** A live product that is in no open collaboration yet. */
async function freeProduct(world: World): Promise<string> {
	const taken = (await openCollaborations(world)).map(({ productId }) => productId);
	const live = (await world.sandbox.control.products()).filter(
		({ id, status }) => status === 'ACTIVATE' && !taken.includes(id),
	);
	return live[0]?.id ?? '';
}

async function creators(world: World, limit: number): Promise<string[]> {
	const found = await ask(world, 'creator', 'getMany', { limit });
	return found.map(({ openId }) => String(openId));
}

const bodies = async (world: World) =>
	(await apiRequests(world))
		.filter(({ body }) => body !== '' && body.startsWith('{'))
		.map(({ body }) => JSON.parse(body) as IDataObject);

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

/** What a person fills in for an invitation of two products to two creators. */
export async function invitation(world: World, from = 0) {
	const products = (await openCollaborations(world)).slice(from, from + 2);
	const creatorIds = await creators(world, 20);
	return {
		collaborationName: 'Summer',
		end: tomorrow(),
		products: {
			product: products.map(({ productId }) => ({
				productId,
				commissionRate: 12.5,
				adsCommissionRate: 5,
			})),
		},
		creatorIds: creatorIds.slice(-2).join(', '),
		email: 'seller@example.com',
		hasFreeSample: true,
		isSampleApprovalExempt: false,
	};
}

const target = async (world: World) => await first(world, 'targetCollaboration', 'getMany');

export const cases: Cases = {
	'openCollaboration.create': {
		good: async (world) => {
			const productId = await freeProduct(world);
			return {
				parameters: { productId: byId(productId), commissionRate: 12.5 },
				check: async (execution) => {
					const [made] = execution.json(NODE);
					expect(made).toMatchObject({ product_id: productId, id: expect.stringMatching(/^\d+$/) });
					expect(await bodies(world)).toEqual([{ product_id: productId, commission_rate: 1250 }]);
					const all = await openCollaborations(world);
					expect(all).toContainEqual(
						expect.objectContaining({ productId, commissionPercent: 12.5 }),
					);
				},
			};
		},
		bad: {
			parameters: { productId: byId('1729592969712207008'), commissionRate: 81 },
			message: 'Commission Rate (%) must be a percentage from 1 to 80',
		},
	},
	'openCollaboration.generateLink': {
		good: async (world) => {
			const { productId } = await first(world, 'openCollaboration', 'getMany');
			return {
				parameters: { productId: byId(String(productId)) },
				check: (execution) => {
					const [{ product_promotion_link: link } = {}] = execution.json(NODE);
					expect(link).toMatch(/^https:\/\//);
				},
			};
		},
		bad: { parameters: { productId: byId('={{ "" }}') }, message: 'Product is empty' },
	},
	'openCollaboration.getCreatorContent': {
		good: async (world) => {
			const found = await openCollaborations(world);
			const { productId } =
				found.find(({ showcaseCreators }) => Number(showcaseCreators) > 2) ?? {};
			return {
				parameters: { productId: byId(String(productId)), limit: 2 },
				check: async (execution) => {
					expect(execution.json(NODE)).toHaveLength(2);
					const [sent] = (await apiRequests(world)).filter(({ path }) => path.includes('content'));
					expect(sent?.query).toMatchObject({ product_id: productId, page_size: '2' });
				},
			};
		},
		bad: { parameters: { productId: byId('x y') }, message: 'Product is not an ID' },
	},
	'openCollaboration.getMany': {
		good: async (world) => {
			const [{ productTitle = '' } = {}] = await openCollaborations(world);
			return {
				parameters: {
					returnAll: true,
					filters: {
						keywordType: 'PRODUCT_NAME',
						keyword: productTitle,
						sortField: 'product_original_price',
						sortOrder: 'ASC',
					},
				},
				check: (execution) => {
					const found = execution.json(NODE);
					expect(found.length).toBeGreaterThan(0);
					for (const each of found) expect(each.productTitle).toContain(productTitle);
					expect(found[0]).toMatchObject({ commissionPercent: expect.any(Number) });
				},
			};
		},
		bad: {
			parameters: { filters: { keyword: 'shirt' } },
			message: 'Keyword and Search By are only of use together',
		},
	},
	'openCollaboration.getSampleRules': {
		good: async (world) => {
			const { productId } = await first(world, 'openCollaboration', 'getMany');
			await ask(world, 'openCollaboration', 'updateSampleRule', {
				productId: byId(String(productId)),
				sampleQuota: 3,
			});
			return {
				parameters: { productIds: `${String(productId)}, 1729592969712207999` },
				check: (execution) => {
					expect(execution.json(NODE)).toEqual([
						expect.objectContaining({ product_id: productId, sample_quota: 3, status: 'ONGOING' }),
					]);
				},
			};
		},
		bad: { parameters: { productIds: ' ' }, message: 'Product IDs is empty' },
	},
	'openCollaboration.getSettings': {
		good: () => ({
			parameters: {},
			check: (execution) => {
				expect(execution.json(NODE)).toEqual([
					{ auto_add_product: { enable: expect.any(Boolean), commission_rate: 1000 } },
				]);
			},
		}),
		bad: { withoutScope: 'seller.affiliate_collaboration.read' },
	},
	'openCollaboration.removeCreator': {
		good: async (world) => {
			const found = await openCollaborations(world);
			const { id, productId } =
				found.find(({ showcaseCreators }) => Number(showcaseCreators) === 3) ?? {};
			const [creatorId = ''] = await creators(world, 1);
			return {
				parameters: {
					openCollaborationId: byId(String(id)),
					productId: byId(String(productId)),
					creatorId: byId(creatorId),
				},
				check: async (execution) => {
					expect(execution.json(NODE)).toEqual([{ success: true }]);
					const left = await openCollaborations(world);
					expect(left).toContainEqual(expect.objectContaining({ id, showcaseCreators: 2 }));
				},
			};
		},
		bad: {
			parameters: {
				openCollaborationId: byId('7375'),
				productId: byId('1729592969712207008'),
				creatorId: byId('someone else'),
			},
			message: 'Creator is not an ID',
		},
	},
	'openCollaboration.searchProducts': {
		good: (world) => ({
			parameters: {
				returnAll: true,
				filters: {
					commissionFrom: 1,
					commissionBelow: 80,
					priceFrom: '0.01',
					priceBelow: '99999',
					sortField: 'product_sales_price',
					sortOrder: 'ASC',
				},
			},
			check: async (execution) => {
				const found = execution.json(NODE);
				const prices = found.map(({ priceFrom }) => Number(priceFrom));
				expect(prices).toEqual([...prices].sort((a, b) => a - b));
				expect(found.length).toBeGreaterThan(20);
				// The largest page of this endpoint has 20 products.
				const pages = (await apiRequests(world)).filter(({ path }) => path.includes('search'));
				expect(pages).toHaveLength(Math.ceil(found.length / 20));
			},
		}),
		bad: {
			parameters: { filters: { priceFrom: '1,50' } },
			message: 'Price From is not an amount',
		},
	},
	'openCollaboration.updateSampleRule': {
		good: async (world) => {
			const { productId } = await first(world, 'openCollaboration', 'getMany');
			return {
				parameters: {
					productId: byId(String(productId)),
					sampleQuota: 5,
					isUnlimited: false,
					start: '2026-12-01T00:00:00Z',
					end: '2026-12-31T00:00:00Z',
					thresholds: { followers: 2000, categoryIds: '600001', fulfillmentRank: 'MEDIUM' },
				},
				check: async (execution) => {
					expect(execution.json(NODE)).toEqual([{ success: true }]);
					const [body] = await bodies(world);
					expect(body).toEqual({
						product_id: productId,
						sample_rule: {
							activate_status: 'ACTIVATE',
							sample_quota: 5,
							is_sample_time_unlimited: false,
							start_time: 1796083200,
							end_time: 1798675200,
							thresholds: {
								minimum_follower_count: 2000,
								category_ids: ['600001'],
								predicted_fulfillment_rank: 'MEDIUM',
							},
						},
					});
				},
			};
		},
		bad: {
			parameters: {
				productId: byId('1729592969712207008'),
				sampleQuota: 5,
				isUnlimited: false,
				start: '2026-12-31T00:00:00Z',
				end: '2026-12-01T00:00:00Z',
			},
			message: 'End has to be later than Start',
		},
	},
	'openCollaboration.updateSettings': {
		good: (world) => ({
			parameters: { autoAdd: true, commissionRate: 10 },
			check: async (execution) => {
				expect(execution.json(NODE)).toEqual([{ success: true }]);
				expect(await ask(world, 'openCollaboration', 'getSettings')).toEqual([
					{ auto_add_product: { enable: true, commission_rate: 1000 } },
				]);
			},
		}),
		bad: {
			parameters: { autoAdd: true, commissionRate: 0.5 },
			message: 'Commission Rate (%) must be a percentage from 1 to 80',
		},
	},
	'targetCollaboration.create': {
		good: async (world) => {
			const parameters = await invitation(world);
			return {
				parameters: { ...parameters, additionalFields: { message: 'Join us' } },
				check: async (execution) => {
					const [made] = execution.json(NODE);
					const { id } = made?.target_collaboration as { id: string };
					const [body] = await bodies(world);
					expect(body).toMatchObject({
						end_time: expect.stringMatching(/^\d{10}$/),
						free_sample_rule: { has_free_sample: true, is_sample_approval_exempt: false },
					});
					const detail = await first(world, 'targetCollaboration', 'get', {
						targetCollaborationId: byId(id),
					});
					expect(detail).toMatchObject({
						name: 'Summer',
						message: 'Join us',
						contactEmail: 'seller@example.com',
						products: [{ commissionPercent: 12.5, adsCommissionPercent: 5 }, {}],
					});
				},
			};
		},
		bad: {
			parameters: {
				collaborationName: 'Summer',
				end: tomorrow(),
				products: { product: [{ productId: '1729592969712207008', commissionRate: 10 }] },
				creatorIds: 'uACaf',
				email: 'nobody',
			},
			message: 'Contact Email is not an email address',
		},
	},
	'targetCollaboration.update': {
		good: async (world) => {
			const { id } = await target(world);
			const parameters = await invitation(world, 4);
			return {
				parameters: { targetCollaborationId: byId(String(id)), ...parameters },
				check: async () => {
					const detail = await first(world, 'targetCollaboration', 'get', {
						targetCollaborationId: byId(String(id)),
					});
					expect(detail).toMatchObject({ name: 'Summer', freeSamples: true, invitedCreators: 2 });
				},
			};
		},
		bad: {
			parameters: {
				targetCollaborationId: byId('7365'),
				collaborationName: 'Summer',
				end: tomorrow(),
				products: { product: [] },
				creatorIds: 'uACaf',
				email: 'seller@example.com',
			},
			message: 'Products is empty',
		},
	},
	'targetCollaboration.get': {
		good: async (world) => {
			const { id } = await target(world);
			return {
				parameters: { targetCollaborationId: byId(String(id)) },
				check: (execution) => {
					const [found] = execution.json(NODE);
					expect(found).toMatchObject({ id, end: expect.stringMatching(/^\d{4}-.*Z$/) });
					expect(found?.creators).not.toHaveLength(0);
				},
			};
		},
		bad: { parameters: { targetCollaborationId: byId('../1') }, message: 'is not an ID' },
	},
	'targetCollaboration.getMany': {
		good: (world) => ({
			parameters: {
				status: 'VALID',
				limit: 21,
				filters: { keywordType: 'TARGET_COLLABORATION_NAME', keyword: 'invitation' },
			},
			check: async (execution) => {
				const found = execution.json(NODE);
				expect(found.length).toBeGreaterThan(0);
				for (const { name } of found) expect(name).toMatch(/^Invitation/);
				// The endpoint takes 20, 50 or 100 only.
				const [sent] = (await apiRequests(world)).filter(({ path }) => path.endsWith('/search'));
				expect(sent?.query.page_size).toBe('50');
			},
		}),
		bad: {
			parameters: { filters: { keywordType: 'PRODUCT_NAME' } },
			message: 'Keyword and Search By are only of use together',
		},
	},
	'targetCollaboration.generateLink': {
		good: async (world) => {
			const { id } = await target(world);
			return {
				parameters: { targetCollaborationId: byId(String(id)) },
				check: (execution) => {
					const [{ link } = {}] = execution.json(NODE);
					expect(link).toContain(String(id));
				},
			};
		},
		bad: {
			parameters: {
				targetCollaborationId: byId('7365'),
				additionalFields: { categoryAssetCipher: 'not a cipher' },
			},
			message: 'Category Asset Cipher is not an ID',
		},
	},
	'targetCollaboration.delete': {
		good: async (world) => {
			const { id } = await target(world);
			return {
				parameters: { targetCollaborationId: byId(String(id)) },
				check: async (execution) => {
					expect(execution.json(NODE)).toEqual([{ success: true }]);
					const left = await ask(world, 'targetCollaboration', 'getMany', { returnAll: true });
					expect(left.map((each) => each.id)).not.toContain(id);
				},
			};
		},
		bad: {
			parameters: { targetCollaborationId: byId('={{ "" }}') },
			message: 'Target Collaboration is empty',
		},
	},
	'creator.get': {
		good: async (world) => {
			const [id = ''] = await creators(world, 1);
			return {
				parameters: { creatorId: byId(id) },
				check: (execution) => {
					expect(execution.json(NODE)).toEqual([
						expect.objectContaining({ username: expect.any(String), region: 'US', rating: '4.7' }),
					]);
				},
			};
		},
		bad: { parameters: { creatorId: byId('a/b') }, message: 'Creator is not an ID' },
	},
	'creator.getMany': {
		good: (world) => ({
			parameters: {
				returnAll: true,
				filters: { followersFrom: 1, gender: 'FEMALE', genderShare: 55.5 },
			},
			check: async (execution) => {
				const found = execution.json(NODE);
				expect(found).toHaveLength(25);
				const sent = (await apiRequests(world)).filter(({ path }) => path.endsWith('/search'));
				expect(sent.map(({ query }) => query.page_size)).toEqual(['20', '20']);
				// The search key of the first page goes back with the second one.
				const [one, two] = sent.map(({ body }) => JSON.parse(body) as IDataObject);
				expect(one).toEqual({
					follower_demographics: {
						count_range: { count_ge: 1 },
						gender_distribution: { gender: 'FEMALE', percentage_ge: 5550 },
					},
				});
				expect(two).toEqual({ ...one, search_key: expect.stringMatching(/\S/) });
			},
		}),
		bad: {
			parameters: { filters: { followersFrom: -1 } },
			message: 'Followers From must be a whole number from 0',
		},
	},
	'sampleApplication.getMany': {
		good: () => ({
			parameters: { limit: 7, filters: { status: 'PENDING' } },
			check: (execution) => {
				const found = execution.json(NODE);
				expect(found).toHaveLength(7);
				expect(found[0]).toMatchObject({ status: 'PENDING', isApprovable: true });
			},
		}),
		bad: {
			parameters: { filters: { orderId: 'one two' } },
			message: 'Order ID is not an ID',
		},
	},
	'sampleApplication.review': {
		good: async (world) => {
			const { id } = await first(world, 'sampleApplication', 'getMany', {
				filters: { status: 'PENDING' },
			});
			return {
				parameters: {
					applicationId: byId(String(id)),
					decision: 'REJECT',
					rejectReason: 'OUT_OF_STOCK',
				},
				check: async (execution) => {
					expect(execution.json(NODE)).toEqual([{ success: true }]);
					const rejected = await ask(world, 'sampleApplication', 'getMany', {
						filters: { status: 'REJECT_CANCELLED' },
					});
					expect(rejected.map((each) => each.id)).toContain(id);
				},
			};
		},
		bad: {
			parameters: { applicationId: byId('7345'), decision: 'REJECT', rejectReason: '={{ "" }}' },
			message: 'Reason is empty',
		},
	},
	'sampleApplication.getContent': {
		good: async (world) => {
			const { id } = await first(world, 'sampleApplication', 'getMany');
			return {
				parameters: { applicationId: byId(String(id)), filters: { format: 'VIDEO' } },
				check: (execution) => {
					expect(execution.json(NODE)).toEqual([
						expect.objectContaining({ content: expect.objectContaining({ format: 'VIDEO' }) }),
					]);
				},
			};
		},
		bad: {
			parameters: { applicationId: byId('={{ "" }}') },
			message: 'Sample Application is empty',
		},
	},
	'affiliateOrder.getMany': {
		good: (world) => ({
			parameters: { limit: 3, filters: { createdAfter: '2020-01-01T00:00:00Z' } },
			check: async (execution) => {
				expect(execution.json(NODE)).toHaveLength(3);
				expect(execution.json(NODE)[0]).toMatchObject({
					created: expect.stringMatching(/Z$/),
					skus: expect.arrayContaining([
						expect.objectContaining({ creator: expect.any(String), contentType: 'VIDEO' }),
					]),
				});
				expect(await bodies(world)).toEqual([{ create_time_ge: 1577836800 }]);
			},
		}),
		bad: {
			parameters: { filters: { createdAfter: 'yesterday' } },
			message: 'Created After is not a date and time',
		},
	},
	'affiliateMessage.createConversation': {
		good: async (world) => {
			const creatorId = (await creators(world, 40)).at(-1) ?? '';
			return {
				parameters: { creatorId: byId(creatorId) },
				check: (execution) => {
					expect(execution.json(NODE)).toEqual([
						expect.objectContaining({
							conversation_id: expect.stringMatching(/^\d+$/),
							is_new: true,
							username: expect.any(String),
						}),
					]);
				},
			};
		},
		bad: { parameters: { creatorId: byId('={{ "" }}') }, message: 'Creator is empty' },
	},
	'affiliateMessage.getConversations': {
		good: (world) => ({
			parameters: { returnAll: true, filters: { status: 'UNREAD' } },
			check: async (execution) => {
				const found = execution.json(NODE);
				expect(found.length).toBeGreaterThan(20);
				for (const { unread_count } of found) expect(Number(unread_count)).toBeGreaterThan(0);
				const [sent] = (await apiRequests(world)).filter(({ path }) => path.includes('affiliate'));
				expect(sent?.query).toMatchObject({
					conversation_status: 'UNREAD',
					only_need_conversation_id: 'false',
					page_size: '50',
				});
			},
		}),
		bad: {
			parameters: { limit: 'many' },
			message: 'Limit',
		},
	},
	'affiliateMessage.getMany': {
		good: async (world) => {
			const { id } = await first(world, 'affiliateMessage', 'getConversations', { limit: 1 });
			for (const text of ['One', 'Two']) {
				const more = { conversationId: byId(String(id)), text };
				await ask(world, 'affiliateMessage', 'send', more);
			}
			return {
				parameters: { conversationId: byId(String(id)), limit: 2 },
				check: (execution) => {
					expect(execution.json(NODE).map(({ content }) => content)).toEqual([
						'{"content":"Two"}',
						'{"content":"One"}',
					]);
				},
			};
		},
		bad: { parameters: { conversationId: byId('#1') }, message: 'Conversation is not an ID' },
	},
	'affiliateMessage.getUnread': {
		good: () => ({
			parameters: {},
			check: (execution) => {
				expect(execution.json(NODE)).toHaveLength(5);
				expect(execution.json(NODE)[0]).toMatchObject({ type: 'TEXT', unread_message_count: 1 });
			},
		}),
		bad: { withoutScope: 'seller.affiliate_messages.write' },
	},
	'affiliateMessage.markAsRead': {
		good: async (world) => {
			const unread = await ask(world, 'affiliateMessage', 'getConversations', {
				returnAll: true,
				filters: { status: 'UNREAD' },
			});
			return {
				parameters: { conversationId: byId('={{ $json.id }}') },
				input: unread.map(({ id }) => ({ json: { id } })),
				check: async (execution) => {
					expect(execution.json(NODE)).toEqual(
						unread.map(({ id }) => ({ conversation_id: id, success: true })),
					);
					const sent = (await apiRequests(world)).filter(({ path }) => path.endsWith('/read'));
					expect(sent).toHaveLength(Math.ceil(unread.length / 20));
					const filters = { status: 'UNREAD' };
					expect(await ask(world, 'affiliateMessage', 'getConversations', { filters })).toEqual([]);
				},
			};
		},
		bad: { parameters: { conversationId: byId('1 2') }, message: 'Conversation is not an ID' },
	},
	'affiliateMessage.send': {
		good: async (world) => {
			const { id } = await first(world, 'affiliateMessage', 'getConversations', { limit: 1 });
			const [{ url, width, height } = {}] = (
				await operate(world, { resource: 'affiliateMessage', operation: 'uploadImage' }, [
					fileItem(png(1280, 720), 'image/png', 'p.png'),
				])
			).json(NODE);
			return {
				parameters: {
					conversationId: byId(String(id)),
					messageType: 'IMAGE',
					imageUrl: url,
					imageWidth: width,
					imageHeight: height,
				},
				check: async (execution) => {
					expect(execution.json(NODE)).toEqual([{ message_id: expect.stringMatching(/^\d+$/) }]);
					expect(await bodies(world)).toEqual([
						{ msg_type: 'IMAGE', content: JSON.stringify({ url, width, height }) },
					]);
				},
			};
		},
		bad: {
			parameters: {
				conversationId: byId('7451'),
				messageType: 'IMAGE',
				imageUrl: 'https://example.com/p.png',
				imageWidth: 0,
			},
			message: 'Width must be a whole number from 1',
		},
	},
	'affiliateMessage.uploadImage': {
		good: (world) => ({
			parameters: {},
			input: [fileItem(png(1280, 720), 'image/png', 'p.png')],
			check: async (execution) => {
				expect(execution.json(NODE)).toEqual([
					{ url: expect.stringMatching(/^https:/), width: 1280, height: 720 },
				]);
				const [sent] = await apiRequests(world);
				expect(sent?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
				expect(sent?.query).not.toHaveProperty('shop_cipher');
			},
		}),
		bad: { parameters: { binaryPropertyName: 'nothing' }, message: 'no binary field "nothing"' },
	},
};
