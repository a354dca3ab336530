import { project } from '../project';
import { TOPIC, type ShopWorld } from '../world/world';
import type { SandboxState } from '../state';
import type { Handlers } from './types';

function tellDeauthorized({ world }: SandboxState, { shop }: ShopWorld): void {
	world.tell(shop.id, TOPIC.deauthorization, {
		message: `Shop_id ${shop.id} is deauthorized from your APP by merchant.`,
	});
}

/** Ends the authorization: every token dies and each shop's subscribers hear of it. */
export function endAuthorization(sandbox: SandboxState): void {
	sandbox.tokens.revokeAll();
	for (const home of sandbox.world.all()) tellDeauthorized(sandbox, home);
}

/** What an affiliate partner may work on; only a token with the partner's scope sees them. */
export const CATEGORY_ASSETS = [
	{
		cipher: 'ROW_sandboxCategoryAssetCipher01',
		target_market: 'US',
		category: { id: 600001, name: 'Home Supplies' },
	},
];

export const authorization: Handlers = {
	'authorization.get-authorized-shops': ({ sandbox, operation }) => ({
		shops: sandbox.world.all().map(({ shop }) => project(operation.response?.shops?.fields, shop)),
	}),
	'authorization.get-authorized-category-assets': () => ({ category_assets: CATEGORY_ASSETS }),
	'authorization.deauthorize': ({ sandbox, home }) => {
		const { world } = sandbox;
		// The last shop takes the tokens with it; one of several only itself.
		if (world.all().length === 1) endAuthorization(sandbox);
		else {
			tellDeauthorized(sandbox, home);
			world.remove(home.shop.id);
		}
		return {};
	},
};
