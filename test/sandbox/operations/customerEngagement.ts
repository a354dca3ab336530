import { refusal } from '../errors';
import type { JsonObject } from '../json';
import { project } from '../project';
import { kept } from '../world/kept';
import type { ShopWorld } from '../world/world';
import type { Call, Handlers } from './types';

interface Task {
	id: string;
	endTime: number;
	sentTo: string[];
}

const tasksOf = kept<ShopWorld, Map<string, Task>>(() => new Map());

const TEMPLATES = [
	{
		id: '8646958016719848812',
		message_title: 'Meet your next favorite thing!',
		message_body: 'We made something with you in mind.',
		product_card_rules: { min_count: 0, max_count: 4 },
		coupon_card_rules: { min_count: 0, max_count: 1, coupon_type: ['REGULAR_ALL'] },
	},
	{
		id: '8646958016719848813',
		message_title: 'A thank-you gift',
		message_body: 'Here is a coupon for your next order.',
		product_card_rules: { min_count: 0, max_count: 1 },
		coupon_card_rules: { min_count: 1, max_count: 1, coupon_type: ['REGULAR_REPEAT'] },
	},
];

const failed = (why: string) =>
	refusal(68009005, `Failed to create an engagement task. Error details: ${why}`);

function checkCount(ids: unknown, what: string, rules: { min_count: number; max_count: number }) {
	const count = Array.isArray(ids) ? ids.length : 0;
	if (count >= rules.min_count && count <= rules.max_count) return;
	throw failed(`${count} ${what}, allowed are ${rules.min_count} to ${rules.max_count}`);
}

function addTask({ home, sandbox, body }: Call): JsonObject {
	const endTime = Number(body.end_time);
	if (endTime <= sandbox.clock.seconds()) throw failed('end_time is in the past');
	for (const id of (body.product_ids ?? []) as string[]) {
		if (!home.products.has(id)) throw failed(`product ${id} is not in the shop`);
	}
	const tasks = tasksOf(home);
	const id = String(475_910_475_643 + tasks.size);
	tasks.set(id, { id, endTime, sentTo: [] });
	return { task_id: id };
}

function send({ home, sandbox, body }: Call): JsonObject {
	const task = tasksOf(home).get(String(body.task_id ?? ''));
	if (!task || task.endTime <= sandbox.clock.seconds()) {
		throw refusal(68009002, 'The specified task has ended, and sending is no longer allowed.');
	}
	const buyers = new Set(home.orders.all().map((row) => home.orders.fill(row).buyer_email));
	const errors: JsonObject[] = [];
	const fail = (code: number, message: string, buyer_email: string) =>
		errors.push({ code, message, detail: { buyer_email } });
	for (const email of body.buyer_emails as string[]) {
		if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
			fail(68009003, 'The user adresss is invalid', email);
		} else if (!buyers.has(email)) {
			fail(68009004, 'The buyer has not placed an order in the past 365 days.', email);
		} else {
			task.sentTo.push(email);
		}
	}
	return errors.length > 0 ? { errors } : {};
}

export const customerEngagement: Handlers = {
	'customer-engagement.get-feature-permissions': () => ({
		features: [
			{ name: 'FUNDAMENTAL', is_authorized: true },
			{ name: 'CUSTOM_MSG', is_authorized: true },
		],
	}),
	'customer-engagement.get-message-templates': ({ operation }) => ({
		message_templates: TEMPLATES.map((each) =>
			project(operation.response?.message_templates?.fields, each),
		),
	}),
	'customer-engagement.create-engagement-task': (call) => {
		const template = TEMPLATES.find(({ id }) => id === call.body.template_id);
		if (!template) throw failed('the template does not exist');
		checkCount(call.body.product_ids, 'products', template.product_card_rules);
		checkCount(call.body.coupon_ids, 'coupons', template.coupon_card_rules);
		return addTask(call);
	},
	'customer-engagement.create-custom-engagement-task': (call) => {
		const message = call.body.custom_message as { title?: string; body?: string } | undefined;
		if (/whatsapp/i.test(message?.body ?? '')) {
			throw refusal(68008004, 'Policy violation. Modify the message and try again.');
		}
		return addTask(call);
	},
	'customer-engagement.get-task-performances': ({ home, body }) => {
		const found = (body.task_ids as string[]).flatMap((id) => tasksOf(home).get(id) ?? []);
		if (found.length === 0) return {};
		return {
			task_performances: found.map(({ id, sentTo }) => ({
				id,
				status: sentTo.length > 0 ? 'SUCCESS' : 'SENDING',
				sent_recipient_count: sentTo.length,
				read_recipient_count: 0,
				order_count: 0,
				gmv_amount: '0.00',
				claimed_coupons_count: 0,
			})),
		};
	},
	'customer-engagement.send-engagement-message': send,
};
