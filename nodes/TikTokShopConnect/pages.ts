import { createHash } from 'crypto';

import { escapeHtml } from '../shared/html';

/** A page for the shop owner's browser. */
export interface Page {
	status: number;
	html: string;
}

const STYLE = `body{font:16px/1.6 system-ui,sans-serif;color:#1b1b1f;background:#f6f6f8;margin:0}
main{max-width:38rem;margin:8vh auto;padding:2rem 2.5rem;background:#fff;border-radius:12px;box-shadow:0 1px 4px #0002}
h1{font-size:1.4rem;margin-top:0}ul{padding-left:1.2rem}details{color:#555}a{color:#0a58ca}
@media(prefers-color-scheme:dark){body{color:#eee;background:#17171a}main{background:#232327}details{color:#aaa}a{color:#7db2ff}}`;

/** Lets the page do nothing but show itself with its one style. */
const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	`style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

/** Headers of every page: nothing is stored, framed, guessed or told to the next site. */
export const PAGE_HEADERS: Record<string, string> = {
	'Content-Type': 'text/html; charset=utf-8',
	'Cache-Control': 'no-store',
	'Content-Security-Policy': CONTENT_SECURITY_POLICY,
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
};

function page(status: number, title: string, ...blocks: string[]): Page {
	const heading = escapeHtml(title);
	return {
		status,
		html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${heading}</title><style>${STYLE}</style></head><body><main><h1>${heading}</h1>${blocks.join('')}</main></body></html>`,
	};
}

const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;

const list = (entries: string[]) =>
	`<ul>${entries.map((entry) => `<li>${escapeHtml(entry)}</li>`).join('')}</ul>`;

const again = (connectUrl: string) => `<p><a href="${escapeHtml(connectUrl)}">Start again</a></p>`;

/** What the owner of a connected shop sees. */
export function connectedPage(result: {
	sellerName: string;
	shops: Array<{ name: string; region: string }>;
	granted: string[];
	missing: string[];
}): Page {
	const { sellerName, shops, granted, missing } = result;
	return page(
		200,
		'Your TikTok Shop is connected',
		paragraph(`The seller account ${sellerName} is now connected to n8n. You can close this page.`),
		shops.length === 0
			? paragraph(
					'The authorization covers no shop yet. Only the owner of a shop can authorize it.',
				)
			: `${paragraph('Shops:')}${list(shops.map(({ name, region }) => `${name} (${region})`))}`,
		`<details><summary>${granted.length} permissions granted</summary>${list(granted)}</details>`,
		missing.length === 0
			? ''
			: `<details><summary>${missing.length} permissions not granted</summary>${paragraph('Workflows that need one of these will say so. To add one: Partner Center → App & Service → your app → Manage API; then open the connect link again.')}${list(missing)}</details>`,
	);
}

/** What the owner sees when the authorization did not come about. */
export const FAILURES = {
	denied: (connectUrl: string) =>
		page(
			403,
			'The authorization was declined',
			paragraph('Nothing was connected and nothing has changed. If that was a mistake:'),
			again(connectUrl),
		),
	expired: (connectUrl: string) =>
		page(
			410,
			'This link has expired',
			paragraph('For safety a connect link works for one hour. Nothing has changed.'),
			again(connectUrl),
		),
	used: (connectUrl: string) =>
		page(
			409,
			'This authorization was used already',
			paragraph('Each authorization works once. If your shop is not connected yet:'),
			again(connectUrl),
		),
	forged: (connectUrl: string) =>
		page(
			400,
			'This link is not valid',
			paragraph('It was changed on the way or belongs to another connection. Nothing has changed.'),
			again(connectUrl),
		),
	noState: (connectUrl: string) =>
		page(
			400,
			'Please start from the connect link',
			paragraph(
				'TikTok sent you here without the proof that the authorization was started by you, as its app store does. This connection does not allow that.',
			),
			again(connectUrl),
		),
	otherSeller: (connectUrl: string) =>
		page(
			403,
			'This is another seller’s account',
			paragraph(
				'This connection belongs to another seller, and its shops stay connected as they were. Sign out on TikTok, sign in as the owner of the right shop, and',
			),
			again(connectUrl),
		),
} as const;

/** What the owner sees when TikTok or n8n refused. */
export const failedPage = (title: string, explanation: string, connectUrl: string): Page =>
	page(502, title, ...explanation.split('\n').filter(Boolean).map(paragraph), again(connectUrl));
