import axios from 'axios';
import type { SandboxControl } from './control';

const NAMES: Record<keyof SandboxControl, true> = {
	shops: true,
	placeOrder: true,
	setOrderStatus: true,
	requestCancellation: true,
	touchProduct: true,
	setProductStatus: true,
	createReturn: true,
	setReturnStatus: true,
	expireAccessTokens: true,
	expireRefreshTokens: true,
	revokeAuthorization: true,
	withdrawScope: true,
	grantScope: true,
	setAuthorizingUser: true,
	removeShop: true,
	setShops: true,
	skewClock: true,
	setIpAllowList: true,
	inject: true,
	clearFaults: true,
	setLatency: true,
	setMostRows: true,
	requests: true,
	clearRequests: true,
	deliveries: true,
	webhooksSettled: true,
	sendWebhook: true,
	redeliver: true,
	setRepeats: true,
	tunnel: true,
	setAppWideWebhook: true,
	orders: true,
	order: true,
	products: true,
	product: true,
	returns: true,
	return: true,
	cancellations: true,
	tokenStats: true,
	setTokenExpiredStatus: true,
	setRotation: true,
	reset: true,
};

/** The control API of a running sandbox, typed, over HTTP. */
export function connectControl(url: string): SandboxControl {
	const call =
		(name: string) =>
		async (...args: unknown[]): Promise<unknown> => {
			const answer = await axios.post<{ result?: unknown; error?: string }>(
				`${url}/_control/${name}`,
				JSON.stringify(args),
				{
					headers: { 'content-type': 'application/json' },
					proxy: false,
					validateStatus: () => true,
				},
			);
			if (answer.status !== 200) throw new Error(answer.data.error ?? `Control ${name} failed`);
			return answer.data.result;
		};
	const methods = Object.fromEntries(Object.keys(NAMES).map((name) => [name, call(name)]));
	return methods as unknown as SandboxControl;
}
