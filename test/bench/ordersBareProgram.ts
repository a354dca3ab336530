import { bareOrders, type BareAccess } from './bare';
import { answerRequests } from './children';
import { costsOf } from './ordersCosts';

/** A bare loop with axios and nothing of n8n in its process. */
answerRequests(
	async ({ access, perSecond, most }: { access: BareAccess; perSecond?: number; most?: number }) =>
		await costsOf(async () => await bareOrders(access, { perSecond, most })),
);
