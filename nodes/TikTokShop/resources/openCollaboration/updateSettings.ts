import { isObject } from '../../../shared/http';
import type { Operation } from '../../../shared/operation';
import { commissionRate } from '../../affiliateFields';
import { showWhen } from '../../../shared/operation';

const LOWEST_RATE = 100;

export const updateSettings: Operation = {
	name: 'Update Settings',
	action: 'Update the open collaboration settings',
	description:
		'Offer all products, also those you add later, to creators without further steps, or stop that',
	doc: 'edit-open-collaboration-settings-202405',
	scopes: ['seller.affiliate_collaboration.write'],
	fields: [
		{
			displayName: 'Add Products Automatically',
			name: 'autoAdd',
			type: 'boolean',
			default: false,
			required: true,
			description: 'Whether all products are offered to creators, also those you add later',
			send: 'body.auto_add_product.enable',
		},
		showWhen(
			commissionRate({
				displayName: 'Commission Rate (%)',
				name: 'commissionRate',
				description: 'What creators get of each sale of these products, from 1 to 80 percent',
				send: 'body.auto_add_product.commission_rate',
				least: 1,
				required: true,
			}),
			'autoAdd',
			[true],
		),
	],
	request: {
		method: 'POST',
		path: '/affiliate_seller/202405/open_collaboration_settings',
		shop: 'required',
	},
	repeatable: true,
	prepare: ({ body }) => {
		const { auto_add_product: settings } = body;
		// TikTok wants a rate also where turning off makes it meaningless.
		if (isObject(settings)) settings.commission_rate ??= LOWEST_RATE;
	},
};
