import type { Resource } from '../../../shared/operation';
import { checkConnectionOf } from './checkConnection';
import { disconnect } from './disconnect';
import { getActive } from './getActive';
import { getCategoryAssets } from './getCategoryAssets';
import { getMany } from './getMany';
import { getPermissions } from './getPermissions';

/** @param offered - all resources, for the report on what works */
export const shopOf = (offered: () => Resource[]): Resource => ({
	name: 'Shop',
	value: 'shop',
	description: 'The shops of this connection, and the connection itself',
	operations: {
		getMany,
		checkConnection: checkConnectionOf(offered),
		disconnect,
		getActive,
		getCategoryAssets,
		getPermissions,
	},
});
