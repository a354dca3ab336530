import { answerRequests } from './children';
import { startEngine, type Engine } from './engine';
import { costsOf } from './ordersCosts';
import type { Access } from './shop';

let engine: Engine | undefined;

/** Get Many with Return All in the engine; the first run, for warming up, connects as well. */
answerRequests(async ({ access, limit }: { access: Access; limit?: number }) => {
	const running = (engine ??= await startEngine(access));
	const howMany = limit === undefined ? { returnAll: true } : { returnAll: false, limit };
	return await costsOf(
		async () =>
			await running.operate({
				resource: 'order',
				operation: 'getMany',
				simplify: false,
				...howMany,
			}),
	);
});
