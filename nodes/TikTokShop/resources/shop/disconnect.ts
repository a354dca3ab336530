import { InputError } from '../../../shared/errors';
import type { Operation } from '../../../shared/operation';
import { forgetShops } from '../../../shared/shops';
import { adviceInDoubt } from '../../../shared/writes';

const request = {
	method: 'DELETE',
	path: '/authorization/202403/shops',
	shop: 'required',
} as const;

const ACTION = 'Disconnect a shop';

const SCOPES = ['seller.authorization.info'] as const;

/** Known from TikTok's own Node SDK (September 2025); the documentation has no page for it. */
export const disconnect: Operation = {
	name: 'Disconnect',
	action: ACTION,
	description:
		'End the authorization of a shop on TikTok’s side. The seller is told by email. Afterwards nothing works for this shop until its owner authorizes the app again.',
	doc: '',
	scopes: SCOPES,
	fields: [
		{
			displayName: 'Yes, End the Authorization',
			name: 'confirm',
			type: 'boolean',
			default: false,
			required: true,
			description:
				'Whether you really want this. Only a new authorization by the owner of the shop undoes it.',
		},
	],
	request,
	lane: () => request.path,
	prepare: (_, { read }) => {
		if (read('confirm') === true) return;
		throw new InputError(
			'"Yes, End the Authorization" is off',
			'Turn it on to end the authorization of the shop. Afterwards its owner has to authorize the app again.',
		);
	},
	perform: async ({ client, shop }) => {
		await client.send({
			method: request.method,
			path: request.path,
			shopCipher: shop?.cipher,
			action: ACTION,
			scopes: SCOPES,
			repeatable: false,
			inDoubt: adviceInDoubt(disconnect),
		});
		await forgetShops(client);
		return [{ json: { disconnected: true, shopId: shop?.id, shopName: shop?.name } }];
	},
};
