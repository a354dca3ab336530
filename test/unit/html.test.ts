import fc from 'fast-check';

import { escapeHtml, toHtml } from '../../nodes/shared/html';

describe('toHtml', () => {
	it('makes an address a link that shows where it leads, without its long query', () => {
		expect(toHtml('Open https://a.example/open?service_id=1&state=2 and accept.')).toBe(
			'Open <a href="https://a.example/open?service_id=1&amp;state=2" target="_blank">https://a.example/open…</a> and accept.',
		);
	});

	it('leaves the sign at the end of a sentence out of the address', () => {
		expect(toHtml('See https://a.example/x.')).toBe(
			'See <a href="https://a.example/x" target="_blank">https://a.example/x</a>.',
		);
	});

	it('keeps line breaks', () => {
		expect(toHtml('a\nb\n\nc')).toBe('a<br>b<br><br>c');
	});

	it('lets no text become a tag or leave an attribute, whatever TikTok says', () => {
		const hostile = fc.oneof(
			fc.string(),
			fc.constantFrom('<script>alert(1)</script>', 'https://x"onclick=1', "https://'><img src=x>"),
		);
		fc.assert(
			fc.property(fc.array(hostile), (parts) => {
				const rest = toHtml(parts.join(' '))
					.replace(/<a href="[^"<>]*" target="_blank">/g, '')
					.replace(/<\/a>|<br>/g, '');
				expect(rest).not.toMatch(/[<>"]/);
			}),
		);
	});
});

describe('escapeHtml', () => {
	it('leaves nothing that HTML reads', () => {
		expect(escapeHtml(`<a href="x" id='y'>&`)).toBe(
			'&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;',
		);
	});
});
