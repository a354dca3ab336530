import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { createCustom } from './createCustom';
import { getPerformance } from './getPerformance';
import { getPermissions } from './getPermissions';
import { getTemplates } from './getTemplates';
import { sendMessage } from './sendMessage';

export const engagement: Resource = {
	name: 'Engagement',
	value: 'engagement',
	description: 'Campaigns of messages to buyers: texts, products and coupons',
	operations: {
		create,
		createCustom,
		getPerformance,
		getPermissions,
		getTemplates,
		sendMessage,
	},
};
