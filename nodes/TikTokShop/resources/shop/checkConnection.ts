import type { IDataObject } from 'n8n-workflow';

import { reportOf } from '../../../shared/connectionReport';
import { TikTokShopError } from '../../../shared/errors';
import type { Operation, Resource } from '../../../shared/operation';
import { outcomeOf } from '../../../shared/outcome';
import { listShops } from '../../../shared/shops';

/**
 * Tells what a connection is good for.
 *
 * @param offered - all that the node offers, which is known only once every resource is
 */
export function checkConnectionOf(offered: () => Resource[]): Operation {
	return {
		name: 'Check Connection',
		action: 'Check the connection',
		description:
			'Report seller, shops, when the authorization ends, and which operations work or lack a permission',
		doc: 'get-authorized-shops-202309',
		scopes: ['seller.authorization.info'],
		fields: [],
		request: { method: 'GET', path: '/authorization/202309/shops', shop: 'none' },
		perform: async ({ client }) => {
			const outcome = await outcomeOf(async () => await listShops(client, true));
			const { error } = outcome;
			// Without this one scope the shops stay unknown; the report says so and what else works.
			const unlisted = error instanceof TikTokShopError && error.kind === 'scope';
			if (error !== undefined && !unlisted) throw error;
			// Read afterwards: the request may have renewed the tokens.
			const credentials = await client.credentials();
			const json: IDataObject = reportOf(
				credentials,
				error === undefined ? outcome.value : undefined,
				offered(),
			);
			return [{ json }];
		},
	};
}
