import type { Operation } from '../../../shared/operation';
import { locator, returnLocator } from '../../commonFields';

export const reject: Operation = {
	name: 'Reject',
	action: 'Reject a return',
	description: 'Decline a refund, a return, a received package or a replacement',
	doc: 'reject-return-202309',
	scopes: ['seller.return_refund.basic'],
	fields: [
		returnLocator,
		{
			displayName: 'Decision',
			name: 'decision',
			type: 'options',
			options: [
				{
					name: 'Reject Received Package',
					value: 'REJECT_RECEIVED_PACKAGE',
					description: 'What came back is not as it should be',
				},
				{ name: 'Reject Refund', value: 'REJECT_REFUND', description: 'No refund' },
				{ name: 'Reject Replacement', value: 'REJECT_REPLACEMENT', description: 'No replacement' },
				{
					name: 'Reject Return',
					value: 'REJECT_RETURN',
					description: 'The goods are not to be sent back',
				},
			],
			default: 'REJECT_RETURN',
			required: true,
			description:
				'It has to fit what the buyer asked for; "Get many returns" shows the expected action',
			send: 'body.decision',
		},
		locator({
			displayName: 'Reject Reason',
			name: 'rejectReason',
			description: 'The reason the buyer is told. The list depends on the chosen return.',
			searchListMethod: 'searchRejectReasons',
			placeholder: 'reverse_reject_request_reason_4',
			send: 'body.reject_reason',
		}),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Comment',
					name: 'comment',
					type: 'string',
					typeOptions: { rows: 3 },
					default: '',
					description: 'More about the decision',
					send: 'body.comment',
				},
				{
					displayName: 'Images',
					name: 'images',
					type: 'fixedCollection',
					typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Image' },
					placeholder: 'Add Image',
					default: {},
					description: 'Pictures that support the decision',
					send: 'body.images',
					options: [
						{
							displayName: 'Image',
							name: 'image',
							values: [
								{
									displayName: 'Image URI',
									name: 'imageId',
									type: 'string',
									default: '',
									description: 'The URI that TikTok returned for the uploaded image',
									required: true,
									send: 'image_id',
								},
							],
						},
					],
				},
			],
		},
	],
	request: {
		method: 'POST',
		path: '/return_refund/202309/returns/{return_id}/reject',
		shop: 'required',
	},
	idempotencyKey: true,
};
