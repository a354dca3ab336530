import { errors } from '../errors';
import type { JsonObject } from '../json';
import { affiliate } from './affiliate';
import { advice } from './advice';
import { analytics } from './analytics';
import { fbt } from './fbt';
import { authorization } from './authorization';
import { delivery } from './delivery';
import { event } from './event';
import { finance } from './finance';
import { fulfillment } from './fulfillment';
import { listing } from './listing';
import { logistics } from './logistics';
import { media } from './media';
import { orders } from './orders';
import { packing } from './packing';
import { products } from './products';
import { replication } from './replication';
import { promotion } from './promotion';
import { returns } from './returns';
import { seller } from './seller';
import type { Call, Handlers } from './types';
import { categories } from './categories';
import { compliance } from './compliance';
import { globalProducts } from './globalProducts';
import { customerEngagement } from './customerEngagement';
import { customerService } from './customerService';

/** One entry for each operation that is played; all others pass the checks and are refused. */
export const handlers: Handlers = {
	...affiliate,
	...advice,
	...analytics,
	...authorization,
	...categories,
	...compliance,
	...delivery,
	...customerService,
	...customerEngagement,
	...event,
	...fbt,
	...finance,
	...fulfillment,
	...globalProducts,
	...listing,
	...logistics,
	...media,
	...orders,
	...packing,
	...products,
	...promotion,
	...replication,
	...returns,
	...seller,
};

export function play(call: Call): JsonObject {
	const handler = handlers[call.operation.id];
	if (!handler) throw errors.notPlayed(call.operation.id);
	return handler(call);
}
