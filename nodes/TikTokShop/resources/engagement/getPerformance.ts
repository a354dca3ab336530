import type { Operation } from '../../../shared/operation';
import { taskId } from './fields';

/** TikTok names no limit; this keeps a refused request small. */
const MOST_AT_ONCE = 50;

export const getPerformance: Operation = {
	name: 'Get Performance',
	action: 'Get the performance of an engagement campaign',
	description:
		'Retrieve how many buyers got and read the messages of a campaign, and what they ordered',
	doc: 'get-task-performances-202412',
	scopes: ['seller.customer_engagement.read'],
	fields: [taskId],
	request: { method: 'POST', path: '/customer_engagement/202412/performances', shop: 'required' },
	batch: {
		max: MOST_AT_ONCE,
		key: 'taskId',
		into: 'body.task_ids',
		from: 'task_performances',
		matchBy: 'id',
		what: 'campaign',
	},
	reads: true,
};
