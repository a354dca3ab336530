import { convert, type Field } from '../../../shared/fields';
import { showWhen, type Operation } from '../../../shared/operation';
import { asText } from '../../../shared/text';
import { locator } from '../../commonFields';
import { conversationLocator } from './fields';

/** By kind of message: the key of its content, and the field that fills it. */
const KINDS: Record<string, { key: string; field: Field }> = {
	TEXT: {
		key: 'content',
		field: {
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			description: 'What to write',
			send: 'body.content',
		},
	},
	PRODUCT_CARD: {
		key: 'product_id',
		field: locator({
			displayName: 'Product',
			name: 'productId',
			description: 'The product to show',
			searchListMethod: 'searchProducts',
			placeholder: '1729592969712207008',
			send: 'body.content',
		}),
	},
	TARGET_COLLABORATION_CARD: {
		key: 'target_collaboration_id',
		field: locator({
			displayName: 'Target Collaboration',
			name: 'targetCollaborationId',
			description: 'The invitation to show',
			searchListMethod: 'searchTargetCollaborations',
			placeholder: '7365861555575916210',
			send: 'body.content',
		}),
	},
	FREE_SAMPLE_CARD: {
		key: 'apply_id',
		field: locator({
			displayName: 'Sample Application',
			name: 'applicationId',
			description: 'The request for a sample to show',
			searchListMethod: 'searchSampleApplications',
			placeholder: '7365861555575916210',
			send: 'body.content',
		}),
	},
	IMAGE: {
		key: 'url',
		field: {
			displayName: 'Image URL',
			name: 'imageUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'https://…',
			description: 'The address that "Upload an image for a message to a creator" returned',
			send: 'body.content',
		},
	},
};

const imageSize = ['Width', 'Height'].map((displayName): Field => ({
	displayName,
	name: `image${displayName}`,
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 800,
	required: true,
	description: `${displayName} of the image in pixels; "Upload an image for a message to a creator" returns it`,
	as: 'integer',
}));

export const send: Operation = {
	name: 'Send',
	action: 'Send a message to a creator',
	description: 'Write in a conversation, or show a product, an invitation, a sample or an image',
	doc: 'send-im-message-202412',
	scopes: ['seller.affiliate_messages.write'],
	fields: [
		conversationLocator('path.conversation_id'),
		{
			displayName: 'Message',
			name: 'messageType',
			type: 'options',
			options: [
				{ name: 'Image', value: 'IMAGE' },
				{ name: 'Product', value: 'PRODUCT_CARD' },
				{ name: 'Sample', value: 'FREE_SAMPLE_CARD' },
				{ name: 'Target Collaboration', value: 'TARGET_COLLABORATION_CARD' },
				{ name: 'Text', value: 'TEXT' },
			],
			default: 'TEXT',
			required: true,
			description: 'What to send',
			send: 'body.msg_type',
		},
		...Object.entries(KINDS).map(([kind, { field }]) => showWhen(field, 'messageType', [kind])),
		...imageSize.map((field) => showWhen(field, 'messageType', ['IMAGE'])),
	],
	request: {
		method: 'POST',
		path: '/affiliate_seller/202412/conversations/{conversation_id}/messages',
		shop: 'required',
	},
	prepare: ({ body }, { read }) => {
		const type = asText(body.msg_type);
		const { key = 'content' } = KINDS[type] ?? {};
		const [width, height] = imageSize.map((field) => convert(field, read(field.name)));
		const size = type === 'IMAGE' ? { width, height } : {};
		// TikTok wants JSON within the JSON.
		body.content = JSON.stringify({ [key]: body.content, ...size });
	},
};
