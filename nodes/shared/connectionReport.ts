import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { authorizeAddress, type TikTokShopCredentials } from './oauth';
import type { Operation, Resource } from './operation';
import { nameScope, SCOPES, type ScopeKey } from './scopes';
import type { Shop } from './shops';
import { isoTime } from './simplify';

/** An authorization that ends this soon is worth a word. */
const SOON_DAYS = 30;

const isKnown = (key: string): key is ScopeKey => Object.hasOwn(SCOPES, key);

/** A seller cannot grant what belongs to affiliate partners. */
const isForSellers = (key: ScopeKey) => !key.startsWith('partner.');

/**
 * What a connection is good for, without anything secret in it.
 *
 * @param shops - undefined where the scope to list them is missing
 */
export function reportOf(
	credentials: TikTokShopCredentials,
	shops: Shop[] | undefined,
	resources: Resource[],
): IDataObject {
	const { sellerName = '', sellerRegion = '', grantedScopes = '' } = credentials;
	const keys = grantedScopes.split(',').filter(Boolean);
	const granted = shops === undefined ? keys.filter((key) => key !== SHOPS_SCOPE) : keys;
	// TikTok may not have told the scopes; then nothing can be said to be missing.
	const view = keys.length === 0 ? [] : resources.map((resource) => viewOf(resource, granted));
	const missing = missingScopes(view.flatMap(({ lacking }) => lacking));
	const authorization = lifetime(credentials.refreshTokenExpiresAt);
	const endsSoon = authorization.daysLeft !== undefined && authorization.daysLeft <= SOON_DAYS;
	return {
		summary: [
			`Connected to ${sellerName || 'a seller'}${sellerRegion && ` (${sellerRegion})`}.`,
			aboutShops(shops),
			aboutAuthorization(authorization),
			aboutScopes(keys, missing),
		].join(' '),
		connected: true,
		seller: { name: sellerName, region: sellerRegion },
		shops: (shops ?? []).map(({ id, name, region, seller_type: sellerType, code }) => ({
			id,
			name,
			region,
			sellerType,
			code,
		})),
		accessToken: lifetime(credentials.accessTokenExpiresAt),
		authorization,
		grantedScopes: keys.map((key) => (isKnown(key) ? nameScope(key) : key)),
		missingScopes: missing,
		resources: view.map(({ lacking, ...shown }) => {
			void lacking;
			return shown;
		}),
		...(missing.length > 0 || endsSoon ? { authorizeUrl: authorizeAddress(credentials) } : {}),
	};
}

const SHOPS_SCOPE: ScopeKey = 'seller.authorization.info';

function lifetime(expiresAt: number | undefined): { expiresAt?: string; daysLeft?: number } {
	if (!expiresAt) return {};
	const daysLeft = DateTime.fromSeconds(expiresAt).diffNow('days').days;
	return { expiresAt: isoTime(expiresAt), daysLeft: Math.max(0, Math.floor(daysLeft)) };
}

function viewOf({ name, operations }: Resource, granted: string[]) {
	const views = Object.values(operations).map((operation) => ({
		operation,
		works: opens(operation, granted),
	}));
	return {
		resource: name,
		works: views.every(({ operation, works }) => works || isForPartners(operation)),
		operations: views.map(({ operation, works }) => ({
			operation: operation.name,
			works,
			...(works ? {} : { missing: missingFor(operation) }),
		})),
		lacking: views.filter(({ works }) => !works).map(({ operation }) => operation.scopes),
	};
}

const isForPartners = ({ scopes }: Operation) => scopes.length > 0 && !scopes.some(isForSellers);

function missingFor(operation: Operation): string {
	const names = operation.scopes.map(nameScope).join(' or ');
	return isForPartners(operation) ? `${names}, which only affiliate partners have` : names;
}

/** Any one of its scopes opens an operation; where none is needed it is open. */
function opens({ scopes }: Operation, granted: string[]): boolean {
	return scopes.length === 0 || scopes.some((key) => granted.includes(key));
}

function missingScopes(lacking: Array<readonly ScopeKey[]>) {
	const counts = new Map<ScopeKey, number>();
	for (const key of lacking.flat().filter(isForSellers)) {
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return [...counts].map(([key, operations]) => ({ key, ...SCOPES[key], operations }));
}

function aboutShops(shops: Shop[] | undefined): string {
	if (shops === undefined) {
		return `Its shops cannot be listed: the scope ${nameScope(SHOPS_SCOPE)} is missing.`;
	}
	if (shops.length === 0)
		return 'No shop is authorized: let the owner of the shop authorize again.';
	const names = shops.map(({ name, region }) => `${name} (${region})`).join(', ');
	return `${shops.length === 1 ? 'Shop' : `${shops.length} shops`}: ${names}.`;
}

function aboutAuthorization({ expiresAt, daysLeft = 0 }: ReturnType<typeof lifetime>): string {
	if (expiresAt === undefined) {
		return 'TikTok did not say when the authorization ends; access tokens renew by themselves.';
	}
	const advice =
		daysLeft <= SOON_DAYS ? ' Let the shop owner open authorizeUrl and authorize again soon.' : '';
	return `The authorization ends on ${expiresAt.slice(0, 10)}, in ${daysLeft} days; until then access tokens renew by themselves.${advice}`;
}

function aboutScopes(keys: string[], missing: Array<{ name: string; operations: number }>): string {
	if (keys.length === 0) return 'TikTok did not say which scopes are granted.';
	if (missing.length === 0) {
		// A scope that was withdrawn from the app since shows only at the next renewal.
		return 'By what TikTok granted last, all operations for sellers have the scope they need.';
	}
	const names = missing.map(({ name, operations }) => `${name} (for ${operations})`).join(', ');
	return `Some operations lack a scope: ${names}. Enable it in Partner Center → App & Service → your app → Manage API, then let the shop owner open authorizeUrl and authorize again.`;
}
