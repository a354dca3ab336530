import { operate, startConnected } from '../support';
import { NODE, runCases } from './case';
import { cases } from './promotion.cases';

runCases(cases);

it('returns what a search gives before TikTok ends it', async () => {
	const world = await startConnected({ markets: ['GB'], searchCap: 100 });
	const all = { resource: 'promotion', operation: 'getMany', returnAll: true };
	const execution = await operate(world, all).finally(world.stop);
	expect(execution.error).toBeUndefined();
	expect(execution.json(NODE)).toHaveLength(100);
});
