import { apiRequests, byId, operate, startConnected, type World } from '../support';
import { NODE, runCases } from './case';
import { american, asian, brazilian, british } from './fulfillment.cases';
import {
	bodyOf,
	carrier,
	fileItem,
	fromItem,
	itemsOf,
	orderNow,
	packageOf,
	placeOrder,
	requestsTo,
} from './placing';

runCases(british);
runCases(american, { markets: ['US'] });
runCases(asian, { markets: ['SG'] });
runCases(brazilian, { markets: ['BR'] });

const goOn = { onError: 'continueRegularOutput' } as const;

const NODE_TYPE = 'n8n-nodes-tiktok-shop.tikTokShop';

describe('in one shop', () => {
	let world: World;

	beforeAll(async () => {
		world = await startConnected({ markets: ['GB'] });
	});

	beforeEach(async () => await world.sandbox.control.clearRequests());

	afterAll(async () => await world.stop());

	const shipping = { resource: 'package', operation: 'ship', shippedBy: 'SELLER' };

	const providers = { resource: 'shippingProvider', operation: 'getMany' };

	const list = async (method: string, parameters = {}) => {
		const { results } = await world.host.listSearch(NODE_TYPE, method, {
			credentials: { tikTokShopApi: world.credential },
			parameters,
		});
		return results;
	};

	it('a package that TikTok refuses to ship does not keep the others from it', async () => {
		const bySeller = { shipping_type: 'SELLER' } as const;
		const waiting = [await placeOrder(world, bySeller), await placeOrder(world, bySeller)];
		const shipped = await placeOrder(world, { ...bySeller, status: 'AWAITING_COLLECTION' });
		const [first = shipped, last = shipped] = waiting;
		const execution = await operate(
			world,
			{
				resource: 'package',
				operation: 'shipMany',
				packageId: fromItem('packageId'),
				shippedBy: 'SELLER',
				shippingProviderId: byId(carrier.id),
				trackingNumber: '=JX{{ $json.packageId }}',
			},
			itemsOf(
				'packageId',
				[first, shipped, last].map((order) => packageOf(order)),
			),
			goOn,
		);
		expect(execution.json(NODE)).toEqual([
			{ package_id: packageOf(first), success: true },
			expect.objectContaining({ error: 'Package has been shipped. Do not ship it again.' }),
			{ package_id: packageOf(last), success: true },
		]);
		expect(await requestsTo(world, '/packages/ship')).toHaveLength(1);
		expect((await orderNow(world, last)).status).toBe('AWAITING_COLLECTION');
	});

	it('an order without packages has no documents, and says so in its own item', async () => {
		const unpaid = await placeOrder(world, { status: 'UNPAID' });
		const shipped = await placeOrder(world, {
			shipping_type: 'TIKTOK',
			status: 'AWAITING_COLLECTION',
		});
		const execution = await operate(
			world,
			{ resource: 'package', operation: 'getOrderDocuments', orderId: fromItem('orderId') },
			itemsOf('orderId', [unpaid.id, shipped.id]),
			goOn,
		);
		const [without, label] = execution.items(NODE);
		expect(without?.json.error).toContain(`The order ${unpaid.id} has no package`);
		expect(without?.pairedItem).toEqual({ item: 0 });
		expect(label?.json.package_id).toBe(packageOf(shipped));
		expect(label?.binary?.data?.mimeType).toBe('application/pdf');
		expect(label?.pairedItem).toEqual({ item: 1 });
	});

	it('a label that the carrier is still making is asked for again', async () => {
		const order = await placeOrder(world, {
			shipping_type: 'TIKTOK',
			status: 'AWAITING_COLLECTION',
		});
		await world.sandbox.control.inject({
			match: { path: '/shipping_documents$' },
			fault: { kind: 'code', code: 11034037, message: 'Still being generated.' },
			times: 2,
		});
		const execution = await operate(world, {
			resource: 'package',
			operation: 'getDocument',
			packageId: byId(packageOf(order)),
		});
		expect(execution.items(NODE)[0]?.binary?.data?.mimeType).toBe('application/pdf');
		const asked = await requestsTo(world, '/shipping_documents');
		expect(asked.map(({ code }) => code)).toEqual([11034037, 11034037, 0]);
	});

	it('a pickup slot can be given as two dates', async () => {
		const order = await placeOrder(world, { shipping_type: 'TIKTOK' });
		const [slot] = await list('searchHandoverSlots', {
			...shipping,
			packageId: byId(packageOf(order)),
		});
		const [start = 0, end = 0] = String(slot?.value).split('-').map(Number);
		const iso = (seconds: number) => new Date(seconds * 1000).toISOString();
		const execution = await operate(world, {
			resource: 'package',
			operation: 'ship',
			packageId: byId(packageOf(order)),
			handoverMethod: 'PICKUP',
			options: { pickupFrom: iso(start), pickupUntil: iso(end) },
		});
		expect(execution.error).toBeUndefined();
		const [sent] = await requestsTo(world, '/ship');
		expect(bodyOf(sent)).toMatchObject({ pickup_slot: { start_time: start, end_time: end } });
	});

	it('delivery options come from the chosen warehouse, else from the one for sales', async () => {
		const [, second] = await list('searchWarehouses');
		const chosen = { ...providers, warehouseId: byId(String(second?.value)) };
		expect((await list('searchDeliveryOptions', chosen)).map(({ name }) => name)).toEqual([
			'Standard shipping',
			'Shipped by seller',
		]);
		const paths = (await apiRequests(world)).map(({ path }) => path);
		expect(paths[paths.length - 1]).toContain(String(second?.value));
		expect(await list('searchDeliveryOptions')).toHaveLength(2);
	});

	it.each([
		['package', 'ship', '/packages/'],
		['order', 'markAsShipped', '/order/202507/orders'],
	])('carriers fit the chosen %s', async (resource, operation, asked) => {
		const order = await placeOrder(world, { shipping_type: 'SELLER' });
		const chosen =
			resource === 'order'
				? { orderId: byId(order.id) }
				: { packageId: byId(packageOf(order)), shippedBy: 'SELLER' };
		const parameters = { resource, operation, ...chosen };
		expect(await list('searchShippingProviders', parameters)).toContainEqual({
			name: carrier.name,
			value: carrier.id,
		});
		const paths = (await apiRequests(world)).map(({ path }) => path);
		expect(paths).toHaveLength(2);
		expect(paths[0]).toContain(asked);
	});

	it('carriers are listed also where the package is known only later', async () => {
		const later = { ...shipping, packageId: byId('={{ $json.packageId }}') };
		expect((await list('searchShippingProviders', later)).length).toBeGreaterThan(0);
	});

	it('carriers are those of the chosen delivery option', async () => {
		const options = await list('searchDeliveryOptions');
		const chosen = { ...providers, deliveryOptionId: byId(String(options[1]?.value)) };
		expect((await list('searchShippingProviders', chosen)).length).toBeGreaterThan(0);
	});

	it('orders that can be combined are found by their IDs', async () => {
		const first = await placeOrder(world, { shipping_type: 'TIKTOK' });
		const { user_id, recipient_address, warehouse_id } = first;
		const alike = { user_id, recipient_address, warehouse_id };
		const second = await placeOrder(world, { shipping_type: 'TIKTOK', ...alike });
		expect(await list('searchCombinablePackages')).toContainEqual({
			name: `Orders ${first.id}, ${second.id}`,
			value: packageOf(first),
		});
	});
});

it('Brazil gets labels for label printers', async () => {
	const world = await startConnected({ markets: ['BR'] });
	const order = await placeOrder(world, {
		shipping_type: 'TIKTOK',
		status: 'AWAITING_COLLECTION',
	});
	const execution = await operate(world, {
		resource: 'package',
		operation: 'getDocument',
		packageId: byId(packageOf(order)),
		options: { format: 'ZPL' },
	});
	const [label] = execution.items(NODE);
	expect(label?.binary?.data?.fileName).toBe(`package-${packageOf(order)}.zpl`);
	expect(Buffer.from(label?.binary?.data?.data ?? '', 'base64').toString()).toMatch(/^\^XA/);
	await world.stop();
});

it('a delivery is proven by an uploaded photo', async () => {
	const world = await startConnected({ markets: ['SG'] });
	const order = await placeOrder(world, { status: 'IN_TRANSIT' });
	const uploaded = await operate(world, { resource: 'delivery', operation: 'uploadImage' }, [
		fileItem('a photo', 'image/jpeg', 'door.jpg'),
	]);
	const [proof] = uploaded.json(NODE);
	const execution = await operate(world, {
		resource: 'delivery',
		operation: 'updateStatus',
		packageId: byId(packageOf(order)),
		additionalFields: { fileUrl: proof?.url },
	});
	expect(execution.error).toBeUndefined();
	expect((await orderNow(world, order)).status).toBe('DELIVERED');
	const [sent] = await requestsTo(world, '/packages/deliver');
	expect(bodyOf(sent)).toMatchObject({ packages: [{ file_type: 'IMG', file_url: proof?.url }] });
	await world.stop();
});
