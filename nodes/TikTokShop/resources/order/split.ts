import { InputError } from '../../../shared/errors';
import type { Operation } from '../../../shared/operation';
import { orderInPath } from './fields';

export const split: Operation = {
	name: 'Split',
	action: 'Split an order into packages',
	description:
		'Divide the line items of an order that waits for shipment among several packages. Some markets allow it only for all units of a SKU together.',
	doc: 'split-orders-202309',
	scopes: ['seller.fulfillment.package.write'],
	fields: [
		orderInPath,
		{
			displayName: 'Groups',
			name: 'groups',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Group' },
			placeholder: 'Add Group',
			default: { group: [{}] },
			required: true,
			description: 'The line items that go together; each group becomes a package',
			send: 'body.splittable_groups',
			options: [
				{
					displayName: 'Group',
					name: 'group',
					values: [
						{
							displayName: 'Line Item IDs',
							name: 'lineItemIds',
							type: 'string',
							default: '',
							required: true,
							placeholder: '576461413038785753, 576461413038785754',
							description:
								'The line items of this package, separated by commas. "Get an order" lists them.',
							send: 'order_line_item_ids',
							as: 'ids',
						},
						{
							displayName: 'Group ID',
							name: 'groupId',
							type: 'string',
							default: '',
							placeholder: '1',
							description:
								'A number of your choice by which the result names this group; empty for 1, 2, 3 …',
							send: 'id',
							as: 'id',
						},
					],
				},
			],
		},
	],
	request: {
		method: 'POST',
		path: '/fulfillment/202309/orders/{order_id}/split',
		shop: 'required',
	},
	output: 'packages',
	prepare: ({ body }) => {
		body.splittable_groups = numbered(body.splittable_groups as Group[]);
	},
};

interface Group {
	id?: string;
	order_line_item_ids: string[];
}

function numbered(groups: Group[]): Group[] {
	const seen = new Set<string>();
	for (const lineItemId of groups.flatMap((group) => group.order_line_item_ids)) {
		if (seen.has(lineItemId)) {
			throw new InputError(`Line Item IDs: ${lineItemId} stands in more than one group`);
		}
		seen.add(lineItemId);
	}
	return groups.map((group, index) => ({ ...group, id: group.id ?? String(index + 1) }));
}
