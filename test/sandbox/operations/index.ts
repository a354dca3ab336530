import { errors } from '../errors';
import type { JsonObject } from '../json';
import { authorization } from './authorization';
import { event } from './event';
import { finance } from './finance';
import { fulfillment } from './fulfillment';
import { logistics } from './logistics';
import { orders } from './orders';
import { products } from './products';
import { returns } from './returns';
import { seller } from './seller';
import type { Call, Handlers } from './types';

/** One entry for each operation that is played; all others pass the checks and are refused. */
export const handlers: Handlers = {
	...authorization,
	...event,
	...finance,
	...fulfillment,
	...logistics,
	...orders,
	...products,
	...returns,
	...seller,
};

export function play(call: Call): JsonObject {
	const handler = handlers[call.operation.id];
	if (!handler) throw errors.notPlayed(call.operation.id);
	return handler(call);
}
