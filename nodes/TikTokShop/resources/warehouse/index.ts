import type { Resource } from '../../../shared/operation';
import { confirmShipment } from './confirmShipment';
import { getDeliveryOptions } from './getDeliveryOptions';
import { getMany } from './getMany';
import { getManyGlobal } from './getManyGlobal';

export const warehouse: Resource = {
	name: 'Warehouse',
	value: 'warehouse',
	description: 'Where goods are: warehouses and their ways of delivery',
	operations: { confirmShipment, getDeliveryOptions, getMany, getManyGlobal },
};
