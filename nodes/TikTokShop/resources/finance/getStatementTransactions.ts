import type { Operation } from '../../../shared/operation';
import { locator, newestFirst, sortOrder } from '../../commonFields';
import { sortedBy } from './fields';
import { simplifyTransaction } from './simplify';

export const getStatementTransactions: Operation = {
	name: 'Get Statement Transactions',
	action: 'Get the transactions of a statement',
	description: 'Retrieve the orders, adjustments and reserves a statement consists of',
	doc: 'get-transactions-by-statement-202501',
	scopes: ['seller.finance.info'],
	fields: [
		locator({
			displayName: 'Statement',
			name: 'statementId',
			description: 'The statement to look into',
			searchListMethod: 'searchStatements',
			placeholder: '7238804564097517339',
			send: 'path.statement_id',
		}),
		sortedBy('order_create_time'),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [sortOrder()],
		},
	],
	request: {
		method: 'GET',
		path: '/finance/202501/statements/{statement_id}/statement_transactions',
		shop: 'required',
	},
	pages: { items: 'transactions', size: 100 },
	prepare: newestFirst,
	simplify: simplifyTransaction,
};
