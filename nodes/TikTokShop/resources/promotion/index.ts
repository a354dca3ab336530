import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { deactivate } from './deactivate';
import { get } from './get';
import { getMany } from './getMany';
import { removeProducts } from './removeProducts';
import { update } from './update';
import { updateProducts } from './updateProducts';

export const promotion: Resource = {
	name: 'Promotion',
	value: 'promotion',
	description: 'Product discounts, flash sales and shipping discounts',
	operations: { create, deactivate, get, getMany, removeProducts, update, updateProducts },
};
