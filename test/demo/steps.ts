import type { ActiveWorkflow, Execution, WorkflowJson } from '../engine/host';
import type { Order } from '../sandbox';
import { authorize } from '../sandbox/shopOwner';
import { readExample, imported } from './examples';
import { DemoFailure, expectThat, needed, within } from './failure';
import type { Stage } from './stage';
import {
	changesBetween,
	findArticle,
	readStock,
	type Article,
	type StockChange,
	type StockRow,
} from './stock';
import { Wire, type Exchange } from './wire';

export const EXAMPLE = 'new-order-updates-inventory.json';

/** What happened in one step, for the reader. */
export interface Step {
	title: string;
	facts: string[];
	requests: Exchange[];
}

export interface OrderResult {
	orderId: string;
	total: number;
	currency: string;
	execution: string;
	/** The nodes that ran, in the order of their start. */
	nodes: string[];
	stock: StockChange[];
}

export interface DemoResult {
	shop: string;
	workflow: string;
	executions: number;
	orders: OrderResult[];
}

export type OnStep = (step: Step) => void;

/** Plays the whole demo on a stage; rejects with a DemoFailure at the first thing that is not as it should be. */
export async function play(stage: Stage, onStep: OnStep): Promise<DemoResult> {
	return await new Demo(stage, onStep).play();
}

class Demo {
	private readonly wire: Wire;

	constructor(
		private readonly stage: Stage,
		private readonly onStep: OnStep,
	) {
		this.wire = new Wire(stage.sandbox);
	}

	async play(): Promise<DemoResult> {
		const shop = await this.introduce();
		await this.connect();
		const json = imported(readExample(EXAMPLE), this.stage.credential);
		const active = await this.activate(json);
		const article = await findArticle(this.stage);
		const large = await this.largeOrder(active, article, thresholdOf(json));
		const small = await this.smallOrder(active, article, thresholdOf(json));
		const executions = active.executions.length;
		await this.deactivate(active);
		return { shop, workflow: json.name ?? EXAMPLE, executions, orders: [large, small] };
	}

	private async introduce(): Promise<string> {
		const { sandbox, host, publicUrl } = this.stage;
		const [shop] = await sandbox.control.shops();
		const { name, region } = needed(shop, 'The sandbox has no shop');
		await this.tell('A TikTok Shop and an n8n start on this computer', [
			`TikTok Shop sandbox at ${sandbox.url} with the shop ${name} (${region})`,
			`n8n’s engine at ${host.url}, reached from outside as ${publicUrl}`,
		]);
		return name;
	}

	private async connect(): Promise<void> {
		const { host, credential } = this.stage;
		const first = await host.credentials.test(credential.id);
		expectThat(first.status === 'Error', 'The test passed before the shop was connected');
		const address = needed(
			/https?:\/\/\S+/.exec(first.message)?.[0],
			`The test does not show the address to open: ${first.message}`,
		);
		await this.tell('The new credential is tested: not connected yet', [
			`The test shows the address to open: ${masked(address)}`,
		]);
		const redirected = await authorize(address);
		await this.tell('The shop owner opens it and accepts', [
			`TikTok Shop redirects to ${masked(redirected)}`,
		]);
		await host.credentials.update(credential.id, { authorizationCode: redirected });
		const { status, message } = await host.credentials.test(credential.id);
		expectThat(status === 'OK', `The test fails after the address was pasted: ${message}`);
		const stored = host.credentials.timesStored(credential.id);
		expectThat(stored === 1, `n8n stored the tokens ${stored} times, not once`);
		await this.tell('The redirected address is pasted, the test turns green', [
			`The test says: ${message}`,
			'The code was exchanged for tokens, and n8n has stored them',
		]);
	}

	private async activate(json: WorkflowJson): Promise<ActiveWorkflow> {
		const active = await this.stage.host.activate(json);
		const requests = await this.tell(`examples/${EXAMPLE} is activated`, [
			`Nodes: ${json.nodes
				.filter(({ type }) => !type.endsWith('.stickyNote'))
				.map(({ name }) => name)
				.join(', ')}`,
			'The trigger has registered its address with the shop',
		]);
		const registered = requests.some(({ method, path }) => method === 'PUT' && isWebhooks(path));
		expectThat(registered, 'The trigger did not register its address with the shop');
		return active;
	}

	private async largeOrder(
		active: ActiveWorkflow,
		article: Article,
		threshold: number,
	): Promise<OrderResult> {
		// Discounts make an order cheaper than its list price: half of it is more than they take.
		const units = Math.ceil((2 * threshold) / article.price);
		const { order, execution, stock } = await this.order(active, article, units);
		const total = totalOf(order);
		const { product, sku } = article;
		const requests = await this.tell('A buyer places a large order', [
			`${units} × ${product.title}, ${total} ${order.payment.currency}, status ${order.status}`,
			`The signed webhook started execution ${execution.id}: ${nodesOf(execution).join(' → ')}`,
			...stock.map(
				({ before, after }) => `Stock of SKU ${sku.id} in the shop: ${before} → ${after} units`,
			),
		]);
		expectThat(total > threshold, `The order is worth ${total}, not more than ${threshold}`);
		expectOnly(execution, 'Update inventory', 'Leave the stock');
		expectOneChange(stock, sku.id, units);
		expectGenuine(requests);
		const updates = requests.filter(({ path }) => path.endsWith('/inventory/update')).length;
		expectThat(updates === 1, `The inventory was updated ${updates} times, not once`);
		return resultOf(order, execution, stock);
	}

	private async smallOrder(
		active: ActiveWorkflow,
		article: Article,
		threshold: number,
	): Promise<OrderResult> {
		const { order, execution, stock } = await this.order(active, article, 1);
		const total = totalOf(order);
		const requests = await this.tell('A second buyer places a small order', [
			`1 × ${article.product.title}, ${total} ${order.payment.currency}, status ${order.status}`,
			`Not more than ${threshold}, so execution ${execution.id} took the other branch: ${nodesOf(execution).join(' → ')}`,
			`Stock in the shop: ${stock.length === 0 ? 'unchanged' : 'changed'}`,
		]);
		expectThat(total <= threshold, `The order is worth ${total}, more than ${threshold}`);
		expectOnly(execution, 'Leave the stock', 'Update inventory');
		expectThat(stock.length === 0, 'The small order changed the stock');
		expectGenuine(requests);
		return resultOf(order, execution, stock);
	}

	/** Places an order and waits for the one execution its webhook starts. */
	private async order(
		active: ActiveWorkflow,
		article: Article,
		units: number,
	): Promise<{ order: Order; execution: Execution; stock: StockChange[] }> {
		const { control } = this.stage.sandbox;
		const before: StockRow[] = await readStock(this.stage);
		const executions = active.executions.length;
		const basket = [{ sku_id: article.sku.id, quantity: units }];
		const order = await control.placeOrder(undefined, { basket });
		const execution = await within(
			this.stage.patienceSeconds,
			active.nextExecution(),
			async () => await this.whyNone(),
		);
		await within(
			this.stage.patienceSeconds,
			this.rest(),
			() => 'n8n and the shop do not come to rest',
		);
		expectThat(
			execution.status === 'success',
			`The workflow failed in "${execution.lastNodeExecuted ?? ''}": ${execution.error?.message ?? execution.status}`,
		);
		const started = active.executions.length - executions;
		expectThat(started === 1, `One order started ${started} executions, not one`);
		return { order, execution, stock: changesBetween(before, await readStock(this.stage)) };
	}

	private async deactivate(active: ActiveWorkflow): Promise<void> {
		await active.deactivate();
		const requests = await this.tell('The workflow is switched off', [
			'The trigger has taken its address back',
		]);
		const removed = requests.some(({ method, path }) => method === 'DELETE' && isWebhooks(path));
		expectThat(removed, 'The trigger left its address with the shop');
	}

	private async rest(): Promise<void> {
		await this.stage.sandbox.control.webhooksSettled();
		await this.stage.host.settled();
	}

	private async whyNone(): Promise<string> {
		const latest = (await this.stage.sandbox.control.deliveries()).at(-1);
		if (latest === undefined) return 'No execution: the shop sent no webhook';
		const { status, error } = latest.attempts.at(-1) ?? {};
		return `No execution: the shop’s webhook was answered with ${status ?? error ?? 'nothing'}`;
	}

	/** Reports a step together with what went over the wire since the last one. */
	private async tell(title: string, facts: string[]): Promise<Exchange[]> {
		const requests = await this.wire.news();
		this.onStep({ title, facts, requests });
		return requests;
	}
}

/** The amount in the workflow's condition, so that the orders fit it also after an edit. */
function thresholdOf(json: WorkflowJson): number {
	const parameters = json.nodes.find(({ type }) => type.endsWith('.if'))?.parameters;
	const conditions = parameters?.conditions as
		| {
				conditions?: Array<{ rightValue?: unknown }>;
		  }
		| undefined;
	const amount = conditions?.conditions?.map(({ rightValue }) => rightValue).find(isNumber);
	return needed(amount, `${EXAMPLE} compares no amount`);
}

const isNumber = (value: unknown): value is number => typeof value === 'number';

const isWebhooks = (path: string) => path.endsWith('/webhooks');

const totalOf = ({ payment }: Order) => Number(payment.total_amount);

function nodesOf({ runData }: Execution): string[] {
	return Object.entries(runData)
		.map(([name, [first]]) => ({ name, index: first?.executionIndex ?? 0 }))
		.sort((a, b) => a.index - b.index)
		.map(({ name }) => name);
}

function resultOf(order: Order, execution: Execution, stock: StockChange[]): OrderResult {
	return {
		orderId: order.id,
		total: totalOf(order),
		currency: order.payment.currency,
		execution: execution.status,
		nodes: nodesOf(execution),
		stock,
	};
}

function expectOnly(execution: Execution, wanted: string, other: string): void {
	const nodes = nodesOf(execution);
	expectThat(
		nodes.includes(wanted) && !nodes.includes(other),
		`The wrong branch: ${nodes.join(' → ')} instead of one that ends in "${wanted}"`,
	);
}

function expectOneChange(stock: StockChange[], skuId: string, units: number): void {
	const [change] = stock;
	if (change === undefined) throw new DemoFailure('The stock in the shop did not change');
	expectThat(
		stock.length === 1 && change.skuId === skuId && change.after === change.before - units,
		`The stock should go down by ${units} for SKU ${skuId} and nothing else: ${JSON.stringify(stock)}`,
	);
}

/** Every webhook and every request was signed, and none was refused. */
function expectGenuine(requests: Exchange[]): void {
	const webhooks = requests.filter(({ from }) => from === 'TikTok Shop');
	expectThat(
		webhooks.length === 1,
		`The shop sent ${webhooks.length} webhooks for one order, not one`,
	);
	expectThat(
		webhooks.every(({ empty }) => empty),
		'The webhook was answered with a body',
	);
	for (const { method, path, status, code, signed } of requests) {
		const said = `${method} ${path} was answered with ${status}, code ${code ?? 'none'}`;
		expectThat(status === 200 && (code ?? 0) === 0, said);
		expectThat(signed, `${method} ${path} was not signed`);
	}
}

/** An address without what only its owner should see. */
function masked(address: string): string {
	const url = new URL(address);
	for (const name of ['code', 'state']) {
		if (url.searchParams.has(name)) url.searchParams.set(name, '***');
	}
	return url.toString();
}
