import { connectControl } from './client';
import type { SandboxControl } from './control';
import { withDefaults, type SandboxOptions } from './options';
import { buildServer } from './server';
import { SandboxState, type AppSettings } from './state';

export type { SandboxControl, ShopSummary, PlacedOrder } from './control';
export type { SandboxOptions, AuthorizingUser } from './options';
export type { MissingField } from './distortions';
export type { Fault, FaultKind, FaultRule } from './faults';
export type { LoggedRequest } from './requestLog';
export type { Attempt, Delivery, RawWebhook } from './webhooks';
export type { TokenStats } from './tokens';
export type {
	Cancellation,
	Order,
	OrderRow,
	OrderStatus,
	Product,
	ReturnOrder,
	AfterSaleType,
} from './world/types';
export { connectControl } from './client';
export { requestSignature, webhookSignature } from './signature';

export interface Sandbox {
	/** Authorize page, token endpoints, API and control API alike. */
	url: string;
	app: AppSettings;
	control: SandboxControl;
	stop(): Promise<void>;
}

/** Starts a TikTok Shop on this machine, reachable from this machine only. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const settings = withDefaults(options);
	const state = new SandboxState(settings);
	const server = buildServer(state);
	const url = await server.listen({ host: '127.0.0.1', port: settings.port });
	state.url = url;
	return {
		url,
		app: state.app,
		control: connectControl(url),
		stop: async () => {
			state.webhooks.stop();
			await server.close();
		},
	};
}
