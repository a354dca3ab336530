import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../..');

/** The documents for people, by their path in the repository. */
export function documents(): Record<string, string> {
	const names = (folder: string) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.md'))
			.map((name) => join(folder, name));
	const paths = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...names('docs').sort()];
	return Object.fromEntries(paths.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
}

/** The code blocks of a language. */
export function codeBlocks(text: string, language: string): string[] {
	const blocks = text.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, 'gm'));
	return [...blocks].map(([, code = '']) => code.trim());
}

/** What stands between single backticks, outside of code blocks. */
export function codeSpans(text: string): string[] {
	const prose = text.replace(/^```[^]*?^```$/gm, '');
	return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

/** What a link to a part of a page can name: headings as GitHub writes them, and anchors. */
export function anchors(text: string): string[] {
	const prose = text.replace(/^```[^]*?^```$/gm, '');
	const headings = [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\- _]/gu, '')
			.replace(/ /g, '-'),
	);
	return [...headings, ...[...prose.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)];
}
