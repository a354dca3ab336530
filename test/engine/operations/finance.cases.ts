import type { IDataObject } from 'n8n-workflow';

import { apiRequests, byId, operate, type World } from '../support';
import { NODE, type Cases } from './case';

const list = async (world: World, operation: string, parameters: IDataObject = {}) =>
	(await operate(world, { resource: 'finance', operation, returnAll: true, ...parameters })).json(
		NODE,
	);

const sum = (entries: IDataObject[], name: string) =>
	entries.reduce((total, entry) => total + Math.round(Number(entry[name]) * 100), 0);

export const cases: Cases = {
	'finance.getStatements': {
		good: () => ({
			parameters: {
				limit: 3,
				filters: { paymentStatus: 'PAID', sortOrder: 'DESC', from: '2020-01-01T00:00:00' },
			},
			check: async (execution, world) => {
				const [first, second] = execution.json(NODE);
				expect(execution.json(NODE)).toHaveLength(3);
				expect(first).toMatchObject({ paymentStatus: 'PAID', currency: 'GBP' });
				expect(String(first?.date) > String(second?.date)).toBe(true);
				const sent = (await apiRequests(world)).at(-1);
				expect(sent?.query).toMatchObject({
					sort_field: 'statement_time',
					sort_order: 'DESC',
					page_size: '3',
					// Midnight in Berlin, the workflow's time zone.
					statement_time_ge: '1577833200',
				});
			},
		}),
		bad: { parameters: { filters: { from: 'soon' } }, message: 'From is not a date' },
	},
	'finance.getPayments': {
		good: async (world) => {
			const paid = await list(world, 'getStatements', { filters: { paymentStatus: 'PAID' } });
			return {
				parameters: { returnAll: true, filters: { sortOrder: 'ASC' } },
				check: (execution) => {
					const payments = execution.json(NODE);
					expect(payments.length).toBe(paid.length);
					expect(sum(payments, 'amount')).toBe(sum(paid, 'settlement'));
					expect(payments[0]).toMatchObject({ status: 'PAID', currency: 'GBP' });
				},
			};
		},
		bad: { parameters: { filters: { until: '31.12.2026' } }, message: 'Until is not a date' },
	},
	'finance.getWithdrawals': {
		good: () => ({
			parameters: { returnAll: true, types: ['WITHDRAW', 'SETTLE'] },
			check: async (execution, world) => {
				const types = execution.json(NODE).map(({ type }) => type);
				expect(new Set(types)).toEqual(new Set(['WITHDRAW', 'SETTLE']));
				const sent = (await apiRequests(world)).at(-1);
				expect(sent?.query.types).toBe('WITHDRAW,SETTLE');
			},
		}),
		bad: { parameters: { types: '={{ [] }}' }, message: 'Types is empty' },
	},
	'finance.getStatementTransactions': {
		good: async (world) => {
			const statements = await list(world, 'getStatements');
			const statement = statements[0] ?? {};
			return {
				parameters: {
					statementId: byId(String(statement.id)),
					returnAll: true,
					options: { sortOrder: 'ASC' },
				},
				check: (execution) => {
					const transactions = execution.json(NODE);
					expect(transactions.length).toBeGreaterThan(0);
					expect(sum(transactions, 'settlement')).toBe(sum([statement], 'settlement'));
					expect(transactions[0]).toMatchObject({
						type: 'ORDER',
						breakdown: { platform_commission_amount: expect.stringMatching(/^-/) },
					});
				},
			};
		},
		bad: {
			parameters: { statementId: byId('={{ $json.nothing }}') },
			message: 'Statement is empty',
		},
	},
	'finance.getOrderTransactions': {
		good: async ({ sandbox }) => {
			const order = await sandbox.control.placeOrder(undefined, { status: 'COMPLETED' });
			return {
				parameters: { orderId: byId(order.id) },
				check: async (execution, world) => {
					const [found] = execution.json(NODE);
					expect(found).toMatchObject({ orderId: order.id, currency: 'GBP' });
					const statements = await list(world, 'getStatements');
					const [sku] = found?.skus as IDataObject[];
					expect(statements.map(({ id }) => id)).toContain(sku?.statementId);
				},
			};
		},
		bad: { parameters: { orderId: byId('no order') }, message: 'Order is not an ID' },
	},
	'finance.getUnsettledTransactions': {
		good: async ({ sandbox }) => {
			const order = await sandbox.control.placeOrder(undefined, { status: 'DELIVERED' });
			const made = await sandbox.control.createReturn(order.id, { type: 'REFUND' });
			await sandbox.control.setReturnStatus(made.return_id, 'RETURN_OR_REFUND_REQUEST_SUCCESS');
			return {
				parameters: { returnAll: true, filters: { sortOrder: 'DESC' } },
				check: (execution) => {
					const own = execution.json(NODE).find(({ orderId }) => orderId === order.id);
					expect(own).toMatchObject({
						status: 'UNSETTLED',
						breakdown: {
							refund_subtotal_before_discount_amount: expect.stringMatching(/^-/),
						},
					});
				},
			};
		},
		bad: { parameters: { filters: { from: true } }, message: 'From is not a date' },
	},
};
