import { project } from '../project';
import { TOPIC } from '../world/world';
import type { SandboxState } from '../state';
import type { Handlers } from './types';

/** Ends the authorization: every token dies and each shop's subscribers hear of it. */
export function endAuthorization(sandbox: SandboxState): void {
	sandbox.tokens.revokeAll();
	for (const { shop } of sandbox.world.all()) {
		sandbox.world.tell(shop.id, TOPIC.deauthorization, {
			message: `Shop_id ${shop.id} is deauthorized from your APP by merchant.`,
		});
	}
}

export const authorization: Handlers = {
	'authorization.get-authorized-shops': ({ sandbox, operation }) => ({
		shops: sandbox.world.all().map(({ shop }) => project(operation.response?.shops?.fields, shop)),
	}),
	'authorization.get-authorized-category-assets': () => ({ category_assets: [] }),
	'authorization.deauthorize': ({ sandbox }) => {
		endAuthorization(sandbox);
		return {};
	},
};
