import type { Resource } from '../../../shared/operation';
import { getOrderTransactions } from './getOrderTransactions';
import { getPayments } from './getPayments';
import { getStatements } from './getStatements';
import { getStatementTransactions } from './getStatementTransactions';
import { getUnsettledTransactions } from './getUnsettledTransactions';
import { getWithdrawals } from './getWithdrawals';

export const finance: Resource = {
	name: 'Finance',
	value: 'finance',
	description: 'What the shop earned: statements, transactions, payments and withdrawals',
	operations: {
		getPayments,
		getStatements,
		getWithdrawals,
		getOrderTransactions,
		getStatementTransactions,
		getUnsettledTransactions,
	},
};
