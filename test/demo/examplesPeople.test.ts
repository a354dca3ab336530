import axios from 'axios';

import { authorize } from '../sandbox/shopOwner';
import { byId, Workplace } from './atWork';
import type { Tool } from './office/agent';

let place: Workplace;

beforeEach(async () => {
	place = await Workplace.open();
});

afterEach(async () => await place.close());

describe('connect-shop', () => {
	it('tells the team when the owner has connected the shop', async () => {
		const json = place.example('connect-shop');
		const active = await place.host.activate(json);
		const webhookId = json.nodes.find(({ name }) => name === 'Shop connected')?.webhookId ?? '';
		const page = async (address: string) =>
			await axios.get(address, { maxRedirects: 0, proxy: false, validateStatus: () => true });
		const start = await page(`${place.host.url}/webhook/${webhookId}/connect`);
		const { search } = new URL(await authorize(String(start.headers.location)));
		expect((await page(`${place.host.url}/webhook/${webhookId}/callback${search}`)).status).toBe(
			200,
		);
		const [message] = (await active.nextExecution()).json('Message for the team');
		const [shop] = await place.control.shops();
		expect(message?.message).toContain('Authorized again');
		expect(message?.message).toContain(shop?.name);
		expect(message?.missing).toBe('');
	});
});

describe('authorization-ending', () => {
	it('mails the link to the owner when the authorization has ended', async () => {
		const active = await place.host.activate(place.example('authorization-ending'));
		await place.control.revokeAuthorization();
		expect((await active.nextExecution()).error).toBeUndefined();
		const [shop] = await place.control.shops();
		expect(place.office.emails).toMatchObject([
			{ to: 'owner@example.com', subject: 'TikTok Shop is no longer connected' },
		]);
		expect(place.office.emails[0]?.text).toContain(shop?.id);
		expect(place.office.emails[0]?.text).toMatch(/https:\S+\/connect$/);
	});

	it('mails it 30 days before that, too', async () => {
		const active = await place.host.activate(place.example('authorization-ending'));
		await place.control.sendWebhook({ type: 7, data: { message: 'It ends in 30 days.' } });
		await active.nextExecution();
		expect(place.office.emails.map(({ subject }) => subject)).toEqual([
			'The connection to TikTok Shop ends in 30 days',
		]);
	});
});

describe('unanswered-buyer-messages', () => {
	const run = async () => await place.host.run(place.example('unanswered-buyer-messages'));

	it('tells the team who waits, the longest waiting first, until they are answered', async () => {
		const execution = await run();
		expect(execution.error).toBeUndefined();
		const waiting = execution
			.json('Waits too long?')
			.map((each) => each as { id: string; buyerName: string; latestMessage: { created: string } })
			.sort((a, b) => a.latestMessage.created.localeCompare(b.latestMessage.created));
		const [message, ...others] = place.office.messages;
		expect(others).toEqual([]);
		expect(message?.channel).toBe('#customer-service');
		const [head, ...lines] = message?.text.split('\n') ?? [];
		expect(head).toBe(`*Buyers who wait for an answer: ${waiting.length}*`);
		const escaped = (name: string) => name.replace('<', '&lt;').replace('>', '&gt;');
		expect(lines.map((line) => /^• (.+), .+ ago: Question \d+: .+\?$/.exec(line)?.[1])).toEqual(
			waiting.map(({ buyerName }) => escaped(buyerName)),
		);
		expect(message?.text).toContain('Tom &lt;b&gt;');
		expect(execution.json('Get conversations').length).toBeGreaterThan(waiting.length);

		const [longest] = waiting;
		await place.operate({
			resource: 'conversation',
			operation: 'sendMessage',
			conversationId: byId(String(longest?.id)),
			type: 'TEXT',
			text: 'It is on its way.',
		});
		const after = await run();
		expect(after.json('Waits too long?')).toHaveLength(waiting.length - 1);
		expect(place.office.messages[1]?.text.split('\n')).toHaveLength(waiting.length);
	});

	it('sends nothing when all are answered', async () => {
		for (const { id } of (await run()).json('Waits too long?')) {
			await place.operate({
				resource: 'conversation',
				operation: 'sendMessage',
				conversationId: byId(String(id)),
				type: 'TEXT',
				text: 'It is on its way.',
			});
		}
		const after = await run();
		expect(after.error).toBeUndefined();
		expect(place.office.messages).toHaveLength(1);
	});
});

describe('ai-agent-where-is-my-order', () => {
	const ask = async (chatInput: string) => {
		const input = [{ json: { sessionId: '1', action: 'sendMessage', chatInput } }];
		return await place.host.run(place.example('ai-agent-where-is-my-order'), { input });
	};

	it('answers for an order from the node’s two tools', async () => {
		const order = await place.control.placeOrder(undefined, { status: 'DELIVERED' });
		const execution = await ask(`Where is order ${order.id}?`);
		expect(execution.error).toBeUndefined();
		const [answer] = execution.json('Assistant');
		const [details, tracking] = String(answer?.output).split('\n').sort();
		expect(details).toContain(`Get_order: [{"id":"${order.id}","status":"DELIVERED"`);
		expect(details).toContain(order.line_items[0]?.tracking_number);
		expect(tracking).toMatch(/^Get_tracking: \[\{.*has been delivered/);
	});

	it('tells the model what each tool is for and what it wants', async () => {
		let offered: Tool[] = [];
		place.office.model = (_, tools) => {
			offered = tools;
			return [];
		};
		await ask('Hello');
		expect(
			offered
				.map(({ name, description, schema: { shape } }) => ({
					name,
					description,
					wants: Object.entries(shape).map(([key, { description: what }]) => [key, what]),
				}))
				.sort((a, b) => a.name.localeCompare(b.name)),
		).toEqual(
			['Get_order', 'Get_tracking'].map((name) => ({
				name,
				description: expect.stringMatching(/^Look up /) as string,
				wants: [['Order', 'Number of the order, 18 digits']],
			})),
		);
	});

	it('gives the model the reason when an order does not exist', async () => {
		const execution = await ask('Where is order 576461413038785752?');
		expect(execution.error).toBeUndefined();
		const [answer] = execution.json('Assistant');
		const [details, tracking] = String(answer?.output).split('\n').sort();
		expect(details).toMatch(/^Get_order: \[\{"error":".*does not belong/);
		expect(tracking).toMatch(/^Get_tracking: \[\{"error":"/);
	});
});
