import { parameterError } from '../errors';
import { addressProblem } from '../webhooks';
import type { Handlers } from './types';

export const event: Handlers = {
	'event.get-shop-webhooks': ({ sandbox, home }) => {
		const webhooks = sandbox.webhooks.subscriptions(home.shop.id).map((each) => ({ ...each }));
		return webhooks.length === 0 ? { total_count: 0 } : { total_count: webhooks.length, webhooks };
	},
	'event.update-shop-webhook': ({ sandbox, home, body, operation }) => {
		const address = String(body.address);
		const problem = addressProblem(address);
		if (problem) throw parameterError(operation.errorCodes, `address is refused: ${problem}`);
		sandbox.webhooks.subscribe(home.shop.id, String(body.event_type), address);
		return {};
	},
	'event.delete-shop-webhook': ({ sandbox, home, body }) => {
		sandbox.webhooks.unsubscribe(home.shop.id, String(body.event_type));
		return {};
	},
};
