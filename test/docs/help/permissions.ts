import type { HelpGroup } from './help';

export const permissions = {
	title: 'Permissions',
	intro: 'TikTok calls a permission a scope. [All scopes and what needs them](scopes.md).',
	topics: {
		scope: {
			also: ['The permission (scope) "…" is missing'],
			means:
				'The app does not have the permission that this operation needs, or the owner accepted before it was enabled. Operations of other permissions go on working.',
			todo: [
				'In Partner Center open **App & Service**, your app, **Manage API**. Enable the scope that the message names.',
				'If TikTok has to review it, wait until it is approved.',
				'Then authorize again: a scope counts only from the next authorization on.',
				'To see what works and what does not, run **Shop: Check Connection**.',
			],
			inOrder: true,
		},
	},
} satisfies HelpGroup;
