import type { Resource } from '../../../shared/operation';
import { combine } from './combine';
import { create } from './create';
import { get } from './get';
import { getDocument } from './getDocument';
import { getHandoverTimeSlots } from './getHandoverTimeSlots';
import { getMany } from './getMany';
import { getManyCombinable } from './getManyCombinable';
import { getOrderDocuments } from './getOrderDocuments';
import { ship } from './ship';
import { shipMany } from './shipMany';
import { uncombine } from './uncombine';
import { updateShippingInfo } from './updateShippingInfo';
import { uploadInvoice } from './uploadInvoice';

export const packageResource: Resource = {
	name: 'Package',
	value: 'package',
	description: 'What is shipped: parcels, labels and tracking',
	operations: {
		combine,
		create,
		get,
		getHandoverTimeSlots,
		getMany,
		getManyCombinable,
		getDocument,
		getOrderDocuments,
		ship,
		shipMany,
		uncombine,
		updateShippingInfo,
		uploadInvoice,
	},
};
