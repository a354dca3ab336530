import { simplifyReturn } from '../../../shared/simplify';
import type { Operation } from '../../../shared/operation';
import { locator } from '../../commonFields';
import { textLanguage } from './fields';

const MOST = 50;

export const get: Operation = {
	name: 'Get',
	action: 'Get a return',
	description: 'Retrieve a return or refund request: what the buyer wants and what is next',
	doc: 'search-returns-202309',
	scopes: ['seller.return_refund.basic'],
	fields: [
		locator({
			displayName: 'Return',
			name: 'returnId',
			description: 'The return or refund request to retrieve',
			searchListMethod: 'searchReturns',
			placeholder: '4035318504086604498',
		}),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [textLanguage('body.locale')],
		},
	],
	request: { method: 'POST', path: '/return_refund/202309/returns/search', shop: 'required' },
	batch: {
		max: MOST,
		key: 'returnId',
		into: 'body.return_ids',
		from: 'return_orders',
		matchBy: 'return_id',
		what: 'return',
	},
	// The search gives 10 results unless told.
	prepare: ({ query }) => {
		query.page_size = MOST;
	},
	reads: true,
	simplify: simplifyReturn,
};
