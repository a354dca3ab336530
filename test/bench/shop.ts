import type { SandboxControl, SandboxOptions } from '../sandbox';
import { connectControl } from '../sandbox/client';
import type { LoggedRequest } from '../sandbox/requestLog';
import { Child } from './children';

/** What a program needs to reach the shop's API: plain data, so that it can go to another process. */
export interface Access {
	url: string;
	appKey: string;
	appSecret: string;
	serviceId: string;
}

/** The sandbox in a process of its own, so that its work does not count as ours. */
export interface Shop {
	access: Access;
	control: SandboxControl;
	/** The requests of the Open API since the log was emptied. */
	apiRequests(): Promise<LoggedRequest[]>;
	stop(): Promise<void>;
}

/** What TikTok grants one app, shop and endpoint. */
export const GRANTED_PER_SECOND = 50;

/** No limit: the package keeps to one of its own, and a refusal would measure waiting. */
const UNLIMITED = 1_000_000;

export async function openShop(options: SandboxOptions): Promise<Shop> {
	// The orders of a large shop and their log do not fit the usual heap.
	const child = Child.start('sandboxProgram.ts', ['--max-old-space-size=8192']);
	const { url, app } = await child.ask<{ url: string; app: Omit<Access, 'url'> }>({
		markets: ['GB'],
		orders: 0,
		products: 60,
		returns: 0,
		rateLimit: UNLIMITED,
		...options,
	});
	const control = connectControl(url);
	const { appKey, appSecret, serviceId } = app;
	return {
		access: { url, appKey, appSecret, serviceId },
		control,
		apiRequests: async () =>
			(await control.requests()).filter(({ path }) => !/^\/(api\/v2|open)\//.test(path)),
		stop: async () => await child.stop(),
	};
}
