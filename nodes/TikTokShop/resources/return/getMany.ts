import type { Operation } from '../../../shared/operation';
import { RETURN_STATUSES } from '../../../shared/statuses';
import { choices, sorting, timeFilters } from '../../commonFields';
import { simplifyReturn } from '../../../shared/simplify';
import { localeOption } from './fields';

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many returns',
	description: 'Retrieve the returns and refunds of a shop, filtered and sorted',
	doc: 'search-returns-202309',
	scopes: ['seller.return_refund.basic'],
	fields: [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Arbitration Status',
					name: 'arbitrationStatus',
					type: 'multiOptions',
					options: choices(['IN_PROGRESS', 'SUPPORT_BUYER', 'SUPPORT_SELLER', 'CLOSED']),
					default: [],
					description: 'Only returns in these states of a dispute',
					send: 'body.arbitration_status',
				},
				{
					displayName: 'Buyer User IDs',
					name: 'buyerUserIds',
					type: 'string',
					default: '',
					description: 'Only returns of these buyers, separated by commas',
					send: 'body.buyer_user_ids',
					as: 'ids',
				},
				localeOption('body.locale'),
				{
					displayName: 'Order IDs',
					name: 'orderIds',
					type: 'string',
					default: '',
					description: 'Only returns of these orders, separated by commas',
					send: 'body.order_ids',
					as: 'ids',
				},
				{
					displayName: 'Proposed by Seller',
					name: 'sellerProposedType',
					type: 'multiOptions',
					options: choices(['PARTIAL_REFUND']),
					default: ['PARTIAL_REFUND'],
					description: 'Only returns for which you proposed this instead',
					send: 'body.seller_proposed_return_type',
				},
				{
					displayName: 'Return IDs',
					name: 'returnIds',
					type: 'string',
					default: '',
					description: 'Only these returns, separated by commas',
					send: 'body.return_ids',
					as: 'ids',
				},
				{
					displayName: 'Status',
					name: 'status',
					type: 'multiOptions',
					options: RETURN_STATUSES,
					default: ['RETURN_OR_REFUND_REQUEST_PENDING'],
					description: 'Only returns in these states',
					send: 'body.return_status',
				},
				{
					displayName: 'Type',
					name: 'type',
					type: 'multiOptions',
					options: choices(['REFUND', 'RETURN_AND_REFUND', 'REPLACEMENT']),
					default: [],
					description: 'Only returns of these types',
					send: 'body.return_types',
				},
				...timeFilters('lt'),
				...sorting,
			],
		},
	],
	request: { method: 'POST', path: '/return_refund/202309/returns/search', shop: 'required' },
	pages: { items: 'return_orders', size: 50, least: 10 },
	simplify: simplifyReturn,
};
