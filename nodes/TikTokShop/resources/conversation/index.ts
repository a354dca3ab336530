import type { Resource } from '../../../shared/operation';
import { getAgentSettings, updateAgentSettings } from './agentSettings';
import { create } from './create';
import { getMany } from './getMany';
import { getMessages } from './getMessages';
import { getPerformance } from './getPerformance';
import { markRead } from './markRead';
import { sendMessage } from './sendMessage';
import { uploadImage } from './uploadImage';

export const conversation: Resource = {
	name: 'Conversation',
	value: 'conversation',
	description: 'Messages between buyers and the shop, and how well they are answered',
	operations: {
		create,
		getAgentSettings,
		getMany,
		getMessages,
		getPerformance,
		markRead,
		sendMessage,
		updateAgentSettings,
		uploadImage,
	},
};
