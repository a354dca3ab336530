import type { Resource } from '../../../shared/operation';
import { addExternalReferences } from './addExternalReferences';
import { findByExternalReference } from './findByExternalReference';
import { get } from './get';
import { getExternalReferences } from './getExternalReferences';
import { getMany } from './getMany';
import { getPriceDetail } from './getPriceDetail';
import { getSplitAttributes } from './getSplitAttributes';
import { getTracking } from './getTracking';
import { markAsShipped } from './markAsShipped';
import { split } from './split';
import { updateShippingInfo } from './updateShippingInfo';

export const order: Resource = {
	name: 'Order',
	value: 'order',
	description: 'What buyers ordered: lines, payment, recipient and status',
	operations: {
		addExternalReferences,
		findByExternalReference,
		get,
		getExternalReferences,
		getMany,
		getPriceDetail,
		getSplitAttributes,
		getTracking,
		markAsShipped,
		split,
		updateShippingInfo,
	},
};
