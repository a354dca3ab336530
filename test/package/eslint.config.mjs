import n8nCommunityNodes from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

// What n8n's scan of a published package does with its tarball: the community rules over compiled code and package.json.
export default [
	n8nCommunityNodes.configs.recommended,
	{ rules: { 'no-console': 'error' } },
	{
		files: ['package.json'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: n8nNodesBase.configs.community.rules,
	},
	{ files: ['**/*.json'], languageOptions: { parser: tseslint.parser } },
];
