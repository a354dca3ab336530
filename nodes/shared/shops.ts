import { DateTime } from 'luxon';

import { InputError, noShopError } from './errors';
import { entriesOf, findMissingField, findMissingList } from './gaps';
import { endpointsOf } from './markets';
import type { TikTokShopCredentials } from './oauth';
import type { Client } from './request';
import { asText } from './text';

/** A shop the seller authorized. */
export interface Shop {
	id: string;
	name: string;
	region: string;
	/** Names the shop in requests; TikTok issues it per authorization. */
	cipher: string;
	code?: string;
	seller_type?: string;
}

/** Value of the shop locator that stands for the shop of a seller who has just one. */
export const ONLY_SHOP = 'only';

export const ONLY_SHOP_NAME = 'The only shop';

const REMEMBERED_MS = 60 * 60 * 1000;

const remembered = new Map<string, { shops: Shop[]; at: number }>();

function keyOf(credentials: TikTokShopCredentials): string {
	const { appKey, openId = '', usedCodes = '' } = credentials;
	// A new authorization can cover other shops and brings other ciphers.
	return [endpointsOf(credentials).apiUrl, appKey, openId, usedCodes].join(' ');
}

/** Has the shops asked for anew, after one of them was given up. */
export async function forgetShops(client: Client): Promise<void> {
	remembered.delete(keyOf(await client.credentials()));
}

/**
 * The shops the seller authorized.
 *
 * @param fresh - ask TikTok again even if the answer is remembered
 * @see doc page get-authorized-shops-202309
 */
export async function listShops(client: Client, fresh = false): Promise<Shop[]> {
	const key = keyOf(await client.credentials());
	const now = DateTime.now().toMillis();
	const known = remembered.get(key);
	if (!fresh && known !== undefined && now - known.at < REMEMBERED_MS) return known.shops;
	const { data } = await client.send({
		method: 'GET',
		path: '/authorization/202309/shops',
		action: 'Get authorized shops',
		scopes: ['seller.authorization.info'],
		repeatable: true,
		findGap: (answer) =>
			findMissingList(answer, 'shops') ?? findMissingField(answer, 'shops', ['id', 'cipher']),
	});
	const shops = entriesOf(data, 'shops').map((shop) => ({ ...shop, id: asText(shop.id) }) as Shop);
	remembered.set(key, { shops, at: now });
	return shops;
}

/**
 * The shop that was chosen.
 *
 * @param choice - a shop ID, or ONLY_SHOP
 * @throws InputError where the choice fits none or several; TikTokShopError where no shop is authorized
 */
export async function findShop(client: Client, choice: string): Promise<Shop> {
	const shops = await listShops(client);
	const found = pick(shops, choice) ?? pick(await listShops(client, true), choice);
	if (found !== undefined) return found;
	if (shops.length === 0) throw noShopError();
	const names = shops.map(({ name, id, region }) => `${name} (${region}, ${id})`).join('; ');
	throw new InputError(
		choice === ONLY_SHOP
			? `This connection has ${shops.length} shops: choose one in the field Shop`
			: `The shop ${choice} is not among the authorized shops`,
		`Authorized: ${names}.`,
		'shopChoice',
	);
}

function pick(shops: Shop[], choice: string): Shop | undefined {
	if (choice === ONLY_SHOP) return shops.length === 1 ? shops[0] : undefined;
	return shops.find(({ id, code }) => id === choice || code === choice);
}
