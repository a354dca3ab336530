import { byId, Workplace } from './atWork';
import { findArticle } from './stock';

let place: Workplace;

beforeEach(async () => {
	place = await Workplace.open();
});

afterEach(async () => await place.close());

describe('new-orders-by-polling', () => {
	it('gives one row for a new order', async () => {
		const active = await place.host.activate(place.example('new-orders-by-polling'));
		expect(await active.poll('New orders')).toBeNull();
		const order = await place.control.placeOrder();
		// TikTok's search does not reach into the present second.
		await place.control.skewClock(2);
		const execution = await active.poll('New orders');
		expect(execution?.json('One row per order')).toEqual([
			expect.objectContaining({
				order: order.id,
				total: Number(order.payment.total_amount),
				units: order.line_items.length,
			}),
		]);
		expect(await active.poll('New orders')).toBeNull();
	});
});

describe('new-order-to-google-sheets-and-slack', () => {
	it('adds a row for each new order, with all digits of its number, and tells the team', async () => {
		const { control, office } = place;
		const products = await control.products();
		const crafted = products.find(({ title }) => title.includes('<handmade>'));
		const basket = [{ sku_id: String(crafted?.skus[0]?.id), quantity: 1 }];
		const active = await place.host.activate(place.example('new-order-to-google-sheets-and-slack'));
		expect(await active.poll('New orders')).toBeNull();
		const orders = [await control.placeOrder(), await control.placeOrder(undefined, { basket })];
		await control.skewClock(2);
		const execution = await active.poll('New orders');
		expect(execution?.status).toBe('success');

		expect(office.sheet.rows[0]).toEqual([
			...['Order', 'Placed', 'Status', 'Total', 'Currency', 'Units', 'Items', 'Recipient'],
			'Country',
		]);
		expect(office.sheet.entries()).toEqual(
			orders.map(({ id, status, payment, line_items, recipient_address }): unknown =>
				expect.objectContaining({
					Order: id,
					Placed: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/) as string,
					Status: status,
					Total: Number(payment.total_amount),
					Currency: 'GBP',
					Units: line_items.length,
					Recipient: recipient_address.name,
				}),
			),
		);
		expect(office.messages.map(({ channel }) => channel)).toEqual(['#orders', '#orders']);
		const [, message] = office.messages;
		expect(message?.text).toBe(
			`*New order ${orders[1]?.id}*: ${orders[1]?.payment.total_amount} GBP\n` +
				`1 × ${crafted?.title.replace('<handmade>', '&lt;handmade&gt;')}`,
		);
	});

	it('adds no second row when it runs again for the same order', async () => {
		const { control, office } = place;
		const active = await place.host.activate(place.example('new-order-to-google-sheets-and-slack'));
		await active.poll('New orders');
		const basket = [{ sku_id: (await findArticle(place.stage)).sku.id, quantity: 1 }];
		const order = async () => (await control.placeOrder(undefined, { basket })).id;
		const alike = [await order(), await order()];
		await control.skewClock(2);
		const execution = await active.poll('New orders');
		await active.fire('New orders', execution?.items('New orders'));
		expect(office.sheet.entries().map(({ Order }) => Order)).toEqual(alike);
	});
});

describe('paid-order-label-by-email', () => {
	const activate = async () =>
		await place.host.activate(place.example('paid-order-label-by-email'));

	/** What the trigger gives out for an order. */
	const about = (orderId: string) => [{ json: { data: { order_id: orderId } } }];

	const shipments = async () => (await place.requestsTo(/\/ship$/)).length;

	it('ships the package, waits for its label and mails it', async () => {
		const { control, office } = place;
		const active = await activate();
		// TikTok has announced the package to the carrier and is still making the label.
		await control.inject({
			match: { path: '/shipping_documents$' },
			fault: { kind: 'code', code: 11034023 },
			times: 2,
		});
		const order = await control.placeOrder(undefined, { shipping_type: 'TIKTOK' });
		const execution = await active.nextExecution();
		expect(execution.error).toBeUndefined();
		expect((await control.order(order.id))?.status).toBe('AWAITING_COLLECTION');
		expect(await shipments()).toBe(1);
		const [email, ...others] = office.emails;
		expect(others).toEqual([]);
		expect(email?.subject).toBe(`Label for order ${order.id}`);
		const shipped = await control.order(order.id);
		expect(email?.text).toContain(`Tracking number: ${shipped?.line_items[0]?.tracking_number}`);
		expect(email?.text).toContain(order.line_items[0]?.product_name);
		expect(email?.attachments).toMatchObject([
			{ fileName: `package-${order.packages[0]?.id}.pdf` },
		]);
		expect(email?.attachments[0]?.content.subarray(0, 4).toString()).toBe('%PDF');
	});

	it('buys no label a second time', async () => {
		const active = await activate();
		const order = await place.control.placeOrder(undefined, { shipping_type: 'TIKTOK' });
		await active.nextExecution();
		const again = await active.fire('Order paid', about(order.id));
		expect(again.status).toBe('success');
		expect(await shipments()).toBe(1);
		expect(place.office.emails).toHaveLength(1);
	});

	it('takes orders of the polling trigger, too', async () => {
		const order = await place.control.placeOrder(undefined, { shipping_type: 'TIKTOK' });
		const execution = await (await activate()).fire('Order paid', [{ json: { id: order.id } }]);
		expect(execution.error).toBeUndefined();
		expect(place.office.emails).toHaveLength(1);
	});

	it('mails the label of each package with its own name', async () => {
		const { control, office } = place;
		const order = await control.placeOrder(undefined, {
			shipping_type: 'TIKTOK',
			basket: (await control.products())
				.filter(({ status }) => status === 'ACTIVATE')
				.slice(0, 2)
				.map(({ skus }) => ({ sku_id: String(skus[0]?.id), quantity: 1 })),
		});
		await place.operate({
			resource: 'order',
			operation: 'split',
			orderId: byId(order.id),
			groups: { group: order.line_items.map(({ id }) => ({ lineItemIds: id })) },
		});
		const packages = (await control.order(order.id))?.packages ?? [];
		expect(packages).toHaveLength(2);
		const execution = await (await activate()).fire('Order paid', about(order.id));
		expect(execution.error).toBeUndefined();
		expect(await shipments()).toBe(2);
		const files = office.emails.flatMap(({ attachments }) => attachments);
		expect(files.map(({ fileName }) => fileName)).toEqual(
			packages.map(({ id }) => `package-${id}.pdf`),
		);
	});

	it('leaves alone what the seller ships and what the buyer wants to cancel', async () => {
		const { control, office } = place;
		const own = await control.placeOrder(undefined, { shipping_type: 'SELLER' });
		const unwanted = await control.placeOrder(undefined, { shipping_type: 'TIKTOK' });
		await control.requestCancellation(unwanted.id);
		const active = await activate();
		for (const { id } of [own, unwanted]) {
			const execution = await active.fire('Order paid', about(id));
			expect(execution.status).toBe('success');
			expect(execution.json('Get order')).toHaveLength(1);
		}
		expect(await shipments()).toBe(0);
		expect(office.emails).toEqual([]);
	});
});

describe('new-order-updates-inventory', () => {
	it('takes the units from the fullest of several warehouses', async () => {
		const { control } = place;
		const product = (await control.products()).find(
			({ status, skus }) => status === 'ACTIVATE' && (skus[0]?.inventory.length ?? 0) > 1,
		);
		const sku = product?.skus[0];
		const stock = sku?.inventory.map(({ warehouse_id }, index) => ({
			warehouse_id,
			quantity: 100 + 200 * index,
		}));
		await place.operate({
			resource: 'product',
			operation: 'updateInventory',
			productId: byId(String(product?.id)),
			inputMode: 'json',
			jsonBody: { skus: [{ id: sku?.id, inventory: stock }] },
		});
		const active = await place.host.activate(place.example('new-order-updates-inventory'));
		const basket = [{ sku_id: String(sku?.id), quantity: 20 }];
		await control.placeOrder(undefined, { basket });
		const execution = await active.nextExecution();
		expect(execution.error).toBeUndefined();
		const after = await control.product(String(product?.id));
		expect(after?.skus[0]?.inventory).toMatchObject([{ quantity: 100 }, { quantity: 280 }]);
	});
});
