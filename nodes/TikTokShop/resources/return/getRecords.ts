import type { Operation } from '../../../shared/operation';
import { returnLocator } from '../../commonFields';
import { textLanguage } from './fields';

export const getRecords: Operation = {
	name: 'Get Records',
	action: 'Get the records of a return',
	description:
		'Retrieve what buyer, seller and TikTok Shop did in a return, with notes and pictures',
	doc: 'get-return-records-202309',
	scopes: ['seller.return_refund.basic'],
	fields: [
		returnLocator,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [textLanguage('query.locale')],
		},
	],
	request: {
		method: 'GET',
		path: '/return_refund/202309/returns/{return_id}/records',
		shop: 'required',
	},
	output: 'records',
};
