import type { Operation } from '../../../shared/operation';
import { promotionLocator } from './fields';

export const deactivate: Operation = {
	name: 'Deactivate',
	action: 'Deactivate a promotion',
	description: 'End a promotion that runs or is yet to start; it cannot be started again',
	doc: 'deactivate-activity-202309',
	scopes: ['seller.promotion.write'],
	fields: [promotionLocator],
	request: {
		method: 'POST',
		path: '/promotion/202309/activities/{activity_id}/deactivate',
		shop: 'required',
	},
};
