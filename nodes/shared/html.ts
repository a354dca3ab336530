const NAMES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Text as HTML shows it, whatever it holds. */
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => NAMES[sign] ?? sign);

/** A link that opens beside the editor. */
export const toLink = (url: string, text: string) =>
	`<a href="${escapeHtml(url)}" target="_blank">${escapeHtml(text)}</a>`;

const ADDRESS = /(https?:\/\/\S*[^\s.,;:)"'])/;

/**
 * An explanation as n8n's editor shows it: n8n renders the description of an error as HTML, where line breaks are lost and
 * a long address runs out of the panel.
 */
export function toHtml(text: string): string {
	return text
		.split(ADDRESS)
		.map((part, index) => (index % 2 === 1 ? toLink(part, withoutQuery(part)) : escapeHtml(part)))
		.join('')
		.replaceAll('\n', '<br>');
}

function withoutQuery(url: string): string {
	const [path = '', query] = url.split('?');
	return query === undefined ? path : `${path}…`;
}
