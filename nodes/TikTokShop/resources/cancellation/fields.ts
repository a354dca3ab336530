import { locator } from '../../commonFields';

export const cancellationLocator = locator({
	displayName: 'Cancellation',
	name: 'cancelId',
	description: 'The cancellation request to work on',
	searchListMethod: 'searchCancellations',
	placeholder: '4037318504086604498',
	send: 'path.cancel_id',
});
