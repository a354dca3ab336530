import { join } from 'node:path';

import { ESLint } from 'eslint';

/**
 * Goes through an unpacked package as n8n's scan does. The sources go through the same rules in `npm run lint`.
 *
 * @param root - the folder with the package's own package.json
 * @returns one line for each finding
 */
export async function scan(root: string): Promise<string[]> {
	const eslint = new ESLint({
		cwd: root,
		overrideConfigFile: join(__dirname, 'eslint.config.mjs'),
		// A comment must not switch a rule off.
		allowInlineConfig: false,
	});
	const results = await eslint.lintFiles(['dist/**/*.js', 'package.json']);
	return results.flatMap(({ filePath, messages }) =>
		messages.map(
			({ line, ruleId, message }) =>
				`${filePath.slice(root.length + 1)}:${line} ${message} (${ruleId ?? 'no rule'})`,
		),
	);
}
