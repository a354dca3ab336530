import { notice } from '../../../shared/notice';
import type { Operation } from '../../../shared/operation';
import { promotionLocator } from './fields';

export const deactivate: Operation = {
	name: 'Deactivate',
	action: 'Deactivate a promotion',
	description: 'End a promotion that runs or is yet to start',
	doc: 'deactivate-activity-202309',
	scopes: ['seller.promotion.write'],
	fields: [
		notice('endNotice', 'A deactivated promotion cannot be started again.'),
		promotionLocator,
	],
	request: {
		method: 'POST',
		path: '/promotion/202309/activities/{activity_id}/deactivate',
		shop: 'required',
	},
};
