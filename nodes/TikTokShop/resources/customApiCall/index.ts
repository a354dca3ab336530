import type { Resource } from '../../../shared/operation';
import { request } from './request';

export const customApiCall: Resource = {
	name: 'Custom API Call',
	value: 'customApiCall',
	description: 'Any request to the TikTok Shop Open API, signed and with tokens',
	operations: { request },
};
