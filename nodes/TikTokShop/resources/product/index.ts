import type { Resource } from '../../../shared/operation';
import { activate } from './activate';
import { checkListing } from './checkListing';
import { checkPrerequisites } from './checkPrerequisites';
import { create } from './create';
import { deactivate } from './deactivate';
import { deleteProduct } from './delete';
import { diagnose } from './diagnose';
import { get } from './get';
import { getDiagnosis } from './getDiagnosis';
import { getGlobalListingRules } from './getGlobalListingRules';
import { getInventory } from './getInventory';
import { getMany } from './getMany';
import { getReplicas } from './getReplicas';
import { getSeoWords } from './getSeoWords';
import { getSuggestedTexts } from './getSuggestedTexts';
import { recover } from './recover';
import { replace } from './replace';
import { replicate } from './replicate';
import { update } from './update';
import { updateInventory } from './updateInventory';
import { updatePrice } from './updatePrice';
import { upgradeCategories } from './upgradeCategories';

export const product: Resource = {
	name: 'Product',
	value: 'product',
	description: 'What the shop sells: SKUs, prices and stock',
	operations: {
		activate,
		checkListing,
		checkPrerequisites,
		create,
		deactivate,
		delete: deleteProduct,
		diagnose,
		get,
		getDiagnosis,
		getGlobalListingRules,
		getInventory,
		getMany,
		getReplicas,
		getSeoWords,
		getSuggestedTexts,
		recover,
		replace,
		replicate,
		update,
		updateInventory,
		updatePrice,
		upgradeCategories,
	},
};
