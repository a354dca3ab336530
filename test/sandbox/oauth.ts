import { errors } from './errors';
import type { JsonObject } from './json';
import { readReference } from './reference';
import type { SandboxState } from './state';
import type { IssuedTokens } from './tokens';

const locales = new Map(
	readReference<Array<{ code: string; locale: string | null }>>('regions.json').map((each) => [
		each.code,
		each.locale ?? 'en',
	]),
);

export interface Page {
	status: number;
	html: string;
}

export interface Redirect {
	location: string;
}

function escape(text: string): string {
	const names: Record<string, string> = {
		'&': '&amp;',
		'<': '&lt;',
		'>': '&gt;',
		'"': '&quot;',
		"'": '&#39;',
	};
	return text.replace(/[&<>"']/g, (character) => names[character] ?? character);
}

function pageOf(title: string, body: string, status = 200): Page {
	return {
		status,
		html: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem}
button{font:inherit;padding:.5rem 1.25rem;margin-right:.5rem}code{overflow-wrap:anywhere}</style>
</head><body><h1>${escape(title)}</h1>${body}</body></html>`,
	};
}

function refusalPage(why: string, status: number): Page {
	return pageOf('Authorization is not possible', `<p id="error">${escape(why)}</p>`, status);
}

/** Why the link leads nowhere, undefined when the seller can be asked. */
function problem(state: SandboxState, query: URLSearchParams): Page | undefined {
	const serviceId = query.get('service_id');
	if (!serviceId) return refusalPage('The link has no service_id.', 400);
	if (serviceId === state.app.appKey) {
		return refusalPage(
			'This service_id is the App Key. The service ID is another number: the one in the ' +
				'authorization link that Partner Center shows.',
			400,
		);
	}
	if (serviceId !== state.app.serviceId) {
		return refusalPage(`No service has the service_id ${serviceId}.`, 404);
	}
	if (!state.authorizing.owner) {
		return refusalPage('Only the owner of the shop can authorize an app.', 403);
	}
	return undefined;
}

function askingPage(state: SandboxState, query: URLSearchParams): Page {
	const shops = state.world
		.all()
		.map(({ shop }) => `<li>${escape(shop.name)} (${escape(shop.region)})</li>`)
		.join('');
	const hidden = [...query]
		.map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`)
		.join('');
	const scopes = state
		.grantable()
		.map((key) => `<li><code>${escape(key)}</code></li>`)
		.join('');
	return pageOf(
		'Authorize this app?',
		`<p>Signed in as <strong id="seller">${escape(state.world.sellerName)}</strong></p>
<ul id="shops">${shops}</ul>
<form method="post" action="/open/authorize">${hidden}
<button name="decision" value="accept" id="accept">Accept</button>
<button name="decision" value="deny" id="deny">Deny</button></form>
<details><summary>What the app asks for</summary><ul>${scopes}</ul></details>`,
	);
}

function redirect(state: SandboxState, values: Record<string, string | null>): Redirect {
	const url = new URL(state.app.redirectUrl);
	for (const [name, value] of Object.entries(values)) {
		if (value !== null) url.searchParams.set(name, value);
	}
	return { location: url.toString() };
}

/** Where the browser goes after the seller's decision (auth.json). */
function decide(state: SandboxState, query: URLSearchParams, decision: string): Redirect {
	const back = query.get('state');
	if (decision !== 'accept') {
		return redirect(state, { code: 'null', error: 'auth_denied', state: back });
	}
	const code = state.tokens.issueCode({
		scopes: state.grantable(),
		userType: state.authorizing.userType,
	});
	const region = state.world.baseRegion;
	return redirect(state, {
		app_key: state.app.appKey,
		code,
		locale: locales.get(region) ?? 'en',
		shop_region: region,
		state: back,
	});
}

/** The page a seller opens, and what its two buttons do (seller-authorization-guide). */
export function authorize(
	state: SandboxState,
	query: URLSearchParams,
	form?: URLSearchParams,
): Page | Redirect {
	const given = new URLSearchParams(form ?? query);
	const decision = form?.get('decision') ?? query.get('_auto');
	given.delete('decision');
	given.delete('_auto');
	for (const [name, value] of query)
		if (name !== '_auto' && !given.has(name)) given.set(name, value);
	const refused = problem(state, given);
	if (refused) return refused;
	return decision ? decide(state, given, decision) : askingPage(state, given);
}

function tokenData(state: SandboxState, issued: IssuedTokens): JsonObject {
	return {
		access_token: issued.access_token,
		access_token_expire_in: issued.access_token_expire_in,
		refresh_token: issued.refresh_token,
		refresh_token_expire_in: issued.refresh_token_expire_in,
		open_id: state.world.openId,
		seller_name: state.world.sellerName,
		seller_base_region: state.world.baseRegion,
		user_type: issued.userType,
		granted_scopes: [...issued.scopes],
	};
}

/** Answers `/api/v2/token/get` and `/api/v2/token/refresh`; refusals are thrown. */
export function tokenRequest(
	state: SandboxState,
	kind: 'get' | 'refresh',
	query: URLSearchParams,
): JsonObject {
	const wanted = kind === 'get' ? 'authorized_code' : 'refresh_token';
	try {
		if (query.get('app_key') !== state.app.appKey) throw errors.appKey();
		if (query.get('app_secret') !== state.app.appSecret) throw errors.appSecret();
		if (query.get('grant_type') !== wanted) throw errors.grantType();
	} catch (error) {
		state.tokens.refused();
		throw error;
	}
	const issued =
		kind === 'get'
			? state.tokens.redeem(query.get('auth_code') ?? '')
			: state.tokens.renew(query.get('refresh_token') ?? '');
	return tokenData(state, issued);
}
