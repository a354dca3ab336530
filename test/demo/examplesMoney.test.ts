import { Workplace } from './atWork';
import { findArticle } from './stock';

let place: Workplace;

beforeEach(async () => {
	place = await Workplace.open();
});

afterEach(async () => await place.close());

describe('pending-returns-daily', () => {
	const run = async () => await place.host.run(place.example('pending-returns-daily'));

	/** A request about so many units of a cheap article. */
	async function ask(type: 'REFUND' | 'RETURN_AND_REFUND', units: number) {
		const { sku } = await findArticle(place.stage);
		const basket = [{ sku_id: sku.id, quantity: units }];
		const order = await place.control.placeOrder(undefined, { status: 'DELIVERED', basket });
		return await place.control.createReturn(order.id, { type });
	}

	const statusOf = async ({ return_id: id }: { return_id: string }) =>
		(await place.control.return(id))?.return_status;

	const messagesAbout = ({ return_id: id }: { return_id: string }) =>
		place.office.messages.filter(({ text }) => text.includes(id));

	it('approves small refunds once and asks a person about the others', async () => {
		const small = await ask('REFUND', 1);
		expect(Number(small.refund_amount.refund_total)).toBeLessThan(10);
		const back = await ask('RETURN_AND_REFUND', 1);
		const execution = await run();
		expect(execution.error).toBeUndefined();
		expect(await statusOf(small)).toBe('RETURN_OR_REFUND_REQUEST_SUCCESS');
		expect(messagesAbout(small)).toEqual([]);
		expect(await statusOf(back)).toBe(back.return_status);
		const [message] = messagesAbout(back);
		expect(message?.channel).toBe('#customer-service');
		expect(message?.text).toContain(
			`*RETURN_AND_REFUND for order ${back.order_id}*: ${back.refund_amount.refund_total} GBP`,
		);
		expect(message?.text).toMatch(/^Answer by \d{4}-\d\d-\d\d \d\d:\d\d$/m);
		expect(message?.text).not.toContain('Could not');
		await run();
		const approvals = await place.requestsTo(new RegExp(`/returns/${small.return_id}/approve$`));
		expect(approvals).toHaveLength(1);
	});

	it('asks a person about an amount that TikTok did not tell', async () => {
		const unclear = { returnId: '4035318504086604498', orderId: '1', type: 'REFUND' };
		const execution = await place.host.run({
			...place.example('pending-returns-daily'),
			pinData: { 'Get pending returns': [{ json: unclear }] },
		});
		expect(execution.error).toBeUndefined();
		expect(await place.requestsTo(/\/approve$/)).toEqual([]);
		expect(messagesAbout({ return_id: unclear.returnId })).toHaveLength(1);
	});

	it('asks a person about what TikTok does not let it approve, and goes on', async () => {
		const [withdrawn, small] = [await ask('REFUND', 1), await ask('REFUND', 1)];
		await place.control.inject({
			match: { path: `/returns/${withdrawn.return_id}/approve$` },
			fault: { kind: 'code', code: 25020009 },
		});
		const execution = await run();
		expect(execution.error).toBeUndefined();
		expect(await statusOf(small)).toBe('RETURN_OR_REFUND_REQUEST_SUCCESS');
		const [message, ...others] = messagesAbout(withdrawn);
		expect(others).toEqual([]);
		expect(message?.text).toMatch(/^Could not be approved: /m);
		expect(messagesAbout(small)).toEqual([]);
	});
});

describe('settlement-report-nightly', () => {
	const dayOf = (seconds: unknown) => new Date(Number(seconds) * 1000).toISOString().slice(0, 10);

	it('mails the transactions of the statements as a CSV file', async () => {
		const execution = await place.host.run(place.example('settlement-report-nightly'));
		expect(execution.error).toBeUndefined();
		const statements = execution.json('New statements');
		const [email, ...others] = place.office.emails;
		expect(others).toEqual([]);
		expect(email?.text.split('\n')).toEqual(
			statements.map(
				({ statement_time: at, settlement_amount: settlement, currency }) =>
					`${dayOf(at)}: ${String(settlement)} ${String(currency)}`,
			),
		);
		const [file] = email?.attachments ?? [];
		expect(file?.fileName).toMatch(/^settlement-\d{4}-\d\d-\d\d\.csv$/);
		const [head, ...lines] = (file?.content.toString() ?? '').trimEnd().split('\n');
		expect(head).toBe(
			'\uFEFFStatement,Day,Type,Order,Ordered,Currency,Revenue,Shipping,Fees and taxes,Adjustment,Settlement',
		);
		const rows = lines.map((line) => line.split(','));
		expect(rows.length).toBe(execution.items('Get transactions').length);
		for (const { id, settlement_amount: settlement, statement_time: at } of statements) {
			const own = rows.filter(([statement]) => statement === id);
			const cents = own.map((row) => Math.round(Number(row[10]) * 100));
			expect(cents.reduce((sum, each) => sum + each, 0)).toBe(Math.round(Number(settlement) * 100));
			for (const [, day, type, order] of own) {
				expect(day).toBe(dayOf(at));
				expect(type).toBe('ORDER');
				expect(await place.control.order(String(order))).not.toBeNull();
			}
		}
	});

	it('mails nothing in a night without a statement', async () => {
		const active = await place.host.activate(place.example('settlement-report-nightly'));
		expect(await active.poll('New statements')).toBeNull();
		expect(place.office.emails).toEqual([]);
	});
});
