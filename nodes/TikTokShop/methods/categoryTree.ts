import type { Client } from '../../shared/request';
import { listShops, type Shop } from '../../shared/shops';

/**
 * The category tree that counts: v2 with seven levels in the United States, else v1 with three.
 *
 * @param shop - none for endpoints of the whole seller account, where any shop in the United States decides
 * @see doc page get-global-categories-202309
 */
export async function chooseTree(client: Client, shop?: Shop): Promise<'v1' | 'v2'> {
	const shops = shop === undefined ? await listShops(client) : [shop];
	return shops.some(({ region }) => region === 'US') ? 'v2' : 'v1';
}
