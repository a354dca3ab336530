import type { HelpGroup } from './help';

export const triggers = {
	title: 'Triggers',
	intro: 'More about both: [Webhook or polling](webhooks.md).',
	topics: {
		noEvents: {
			heading: 'No event is chosen, or it needs one address for the whole app',
			means:
				'The TikTok Shop Trigger does not know what to listen for. Or it was given an event that TikTok sends only to the address entered in Partner Center.',
			todo: [
				'Open the trigger and choose at least one event under **Events**.',
				'For an event that says “Needs one address for the whole app”, set **Registration** to **In Partner Center**: [how](webhooks.md#one-address-for-the-whole-app).',
			],
		},
		webhookAddress: {
			heading: 'TikTok Shop cannot reach this n8n',
			means:
				'TikTok sends events only to an address that begins with `https`, has a domain name and no port. That of your n8n is another, for instance `http://localhost:5678`.',
			todo: [
				'Without a public address: use the **TikTok Shop Polling Trigger**. It needs none.',
				'With one: set `WEBHOOK_URL` and restart n8n: [A public address](install.md#a-public-address).',
			],
		},
		webhookTaken: {
			means:
				'TikTok keeps one address for each event and shop. Another workflow or another tool has registered its own. The message names it.',
			todo: [
				'If it is a workflow of yours: put both into one workflow, behind one trigger.',
				'If it is a tool that you still use: take the TikTok Shop Polling Trigger.',
				'If nobody needs it any more: add the option **Replace Other Address** to the trigger, and publish again.',
			],
		},
	},
} satisfies HelpGroup;
