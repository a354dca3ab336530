import { InputError } from '../../../shared/errors';
import type { Field, Parts } from '../../../shared/fields';
import { commissionRate } from '../../affiliateFields';
import { BY_ZONE } from '../../commonFields';

const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;

/** Create and update take the same, but name the two commission rates differently. */
export function invitationFields(names: {
	commission: string;
	ads: string;
	/** The lowest commission in percent. */
	least: number;
}): Field[] {
	return [
		{
			displayName: 'Name',
			name: 'collaborationName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'Summer Collection',
			description: 'What the invitation is called in Seller Center',
			send: 'body.name',
		},
		{
			displayName: 'End',
			name: 'end',
			type: 'dateTime',
			default: '',
			required: true,
			description: `When the collaboration ends${BY_ZONE}`,
			send: 'body.end_time',
			as: 'seconds',
		},
		{
			displayName: 'Products',
			name: 'products',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Product' },
			placeholder: 'Add Product',
			default: { product: [{}] },
			required: true,
			description: 'What the creators are to promote, up to 100 products',
			send: 'body.products',
			maxCount: 100,
			options: [
				{
					displayName: 'Product',
					name: 'product',
					values: [
						{
							displayName: 'Product ID',
							name: 'productId',
							type: 'string',
							default: '',
							required: true,
							placeholder: '1729592969712207008',
							description: 'The product ID that TikTok Shop gave; "Get many products" returns it',
							send: 'id',
							as: 'id',
						},
						commissionRate({
							displayName: 'Commission Rate (%)',
							name: 'commissionRate',
							description: `What the creators get of each sale, from ${names.least} to 80 percent`,
							send: names.commission,
							least: names.least,
							required: true,
						}),
						{
							displayName: 'Shop Ads Commission Rate (%)',
							name: 'adsCommissionRate',
							type: 'number',
							typeOptions: { minValue: 0, maxValue: 80, numberPrecision: 2 },
							default: '',
							description:
								'What creators get of sales through ads with their videos. Left empty, it is the commission of the open collaboration or of this invitation.',
							send: names.ads,
							as: 'percent',
						},
					],
				},
			],
		},
		{
			displayName: 'Creator Open IDs',
			name: 'creatorIds',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'uACafQAAAABmUU2qon4R0vUYvUVS3QC6CICP2m5A2',
			description:
				'Whom to invite, up to 50, separated by commas; "Get many creators" returns the IDs',
			send: 'body.creator_user_open_ids',
			as: 'ids',
			maxCount: 50,
		},
		{
			displayName: 'Contact Email',
			name: 'email',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'name@example.com',
			description: 'Where the creators can reach you',
			send: 'body.seller_contact_info.email',
		},
		{
			displayName: 'Free Samples',
			name: 'hasFreeSample',
			type: 'boolean',
			default: false,
			required: true,
			description: 'Whether the creators can ask for free samples',
			send: 'body.free_sample_rule.has_free_sample',
		},
		{
			displayName: 'Approve Samples Automatically',
			name: 'isSampleApprovalExempt',
			type: 'boolean',
			default: false,
			required: true,
			description:
				'Whether the creators get samples without your approval; counts only with Free Samples',
			send: 'body.free_sample_rule.is_sample_approval_exempt',
		},
	];
}

/**
 * What both requests need besides what their fields check.
 *
 * @throws InputError for a contact that is no email address
 */
export function completeInvitation({ body }: Parts): void {
	const { seller_contact_info: contact } = body as { seller_contact_info?: { email?: string } };
	if (contact?.email !== undefined && !EMAIL.test(contact.email)) {
		throw new InputError(`Contact Email is not an email address: "${contact.email}"`);
	}
	// Unlike everywhere else TikTok takes this time as text (create-target-collaboration-202508).
	if (typeof body.end_time === 'number') body.end_time = String(body.end_time);
}
