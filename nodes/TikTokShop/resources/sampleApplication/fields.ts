import { locator } from '../../commonFields';

export const applicationLocator = locator({
	displayName: 'Sample Application',
	name: 'applicationId',
	description: 'The request of a creator for a sample',
	searchListMethod: 'searchSampleApplications',
	placeholder: '7365861555575916210',
	send: 'path.application_id',
});
