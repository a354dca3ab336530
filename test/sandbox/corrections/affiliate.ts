import type { Field, Fields, Operation } from '../reference';

function limit(fields: Fields | undefined, name: string, field: Partial<Field>): void {
	if (fields?.[name]) Object.assign(fields[name], field);
}

const pageSize =
	(max: number) =>
	({ query }: Operation) =>
		limit(query, 'page_size', { min: 1, max });

const RATES = { min: 100, max: 8_000 };

const KEYWORDS = ['PRODUCT_ID', 'PRODUCT_NAME'];

/** The pages of the affiliate endpoints say most of their limits and values in prose only. */
export const affiliateCorrections: Record<string, (operation: Operation) => void> = {
	'affiliate-seller.get-conversation-list': pageSize(50),
	'affiliate-seller.get-message-in-the-conversation': pageSize(20),
	'affiliate-seller.get-open-collaboration-creator-content-detail': pageSize(100),
	'affiliate-seller.search-seller-affiliate-orders': pageSize(100),
	'affiliate-seller.seller-search-sample-applications-fulfillments': ({ body }) =>
		limit(body, 'content_format', { enum: ['LIVE', 'VIDEO'] }),
	'affiliate-seller.seller-search-sample-applications': pageSize(50),
	'affiliate-seller.search-open-collaboration': (operation) => {
		pageSize(100)(operation);
		limit(operation.query, 'sort_order', { enum: ['ASC', 'DESC'], default: 'DESC' });
		limit(operation.query, 'sort_field', { enum: ['product_original_price'] });
		limit(operation.body, 'keyword_type', { enum: KEYWORDS });
	},
	'affiliate-seller.search-target-collaborations': ({ query, body }) => {
		limit(query, 'page_size', { enum: ['20', '50', '100'] });
		limit(body, 'creator_accept_status', { enum: ['ACCEPT', 'ALL'] });
		limit(body, 'free_sample_setting', { enum: ['WITH_FREE_SAMPLE', 'ALL'] });
		limit(body, 'collaboration_status', {
			enum: ['ONGOING', 'EXPIRING', 'VALID', 'CANCELING', 'COMPLETED'],
		});
		limit(body?.search_param?.fields, 'keyword_type', {
			enum: [...KEYWORDS, 'TARGET_COLLABORATION_ID', 'TARGET_COLLABORATION_NAME'],
		});
	},
	'affiliate-seller.seller-search-creator-on-marketplace': ({ query, body }) => {
		limit(query, 'page_size', { enum: ['12', '20'] });
		const gender = body?.follower_demographics?.fields?.gender_distribution?.fields;
		limit(gender, 'gender', { enum: ['MALE', 'FEMALE'] });
		limit(gender, 'percentage_ge', { min: 0, max: 10_000 });
	},
	'affiliate-seller.create-open-collaboration': ({ body }) => limit(body, 'commission_rate', RATES),
	'affiliate-seller.edit-open-collaboration-settings': ({ body }) =>
		limit(body?.auto_add_product?.fields, 'commission_rate', RATES),
	'affiliate-seller.create-target-collaboration': ({ body }) => {
		limit(body, 'products', { maxCount: 100 });
		limit(body, 'creator_user_open_ids', { maxCount: 50 });
		limit(body?.products?.fields, 'target_commission_rate', { min: 1_000, max: 8_000 });
	},
	'affiliate-seller.update-target-collaboration': ({ body }) =>
		limit(body?.products?.fields, 'commission_rate', RATES),
	'affiliate-seller.edit-open-collaboration-sample-rule': ({ body }) => {
		const rule = body?.sample_rule?.fields;
		limit(rule, 'activate_status', { enum: ['ACTIVATE', 'DEACTIVATE'] });
		limit(rule?.thresholds?.fields, 'predicted_fulfillment_rank', {
			enum: ['ALL', 'LOW', 'MEDIUM', 'HIGH'],
		});
	},
	'affiliate-seller.mark-conversation-read': ({ body }) =>
		limit(body, 'conversation_ids', { maxCount: 20 }),
	'affiliate-seller.seller-review-sample-applications': ({ body }) => {
		limit(body, 'review_result', { enum: ['APPROVE', 'REJECT'] });
		limit(body, 'reject_reason', { enum: ['NOT_MATCH', 'OFFLINE', 'OUT_OF_STOCK', 'OTHER'] });
	},
	// The page writes it as "TARGET_ COLLABORATION_CARD", which the list of values lost.
	'affiliate-seller.send-im-message': ({ body }) =>
		limit(body, 'msg_type', {
			enum: ['TEXT', 'PRODUCT_CARD', 'TARGET_COLLABORATION_CARD', 'FREE_SAMPLE_CARD', 'IMAGE'],
		}),
};
