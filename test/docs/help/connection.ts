import type { HelpGroup } from './help';

export const connection = {
	title: 'When a connection has ended',
	intro:
		'In each of these cases the shop owner has to authorize the app again. Workflows, triggers and settings stay as they are. How: [Authorize again](connect.md#authorize-again).',
	topics: {
		authorizationExpired: {
			means:
				'An authorization has an end date, or the seller removed the app in Seller Center. TikTok no longer renews the access.',
			todo: [
				'Let the owner open the address in the message, accept, and paste the new address into the credential. Or let the owner open your connect link.',
				'To be told 30 days before, use the example [authorization-ending.json](../examples/authorization-ending.json).',
			],
		},
		accessTokenExpired: {
			also: ['TikTok ended the access token before its time'],
			means:
				'Access lives for about seven days and is renewed by itself. This time that was not possible.',
			todo: [
				'If the message stands in the form of the credential: run any workflow that uses it. The node renews the access.',
				'If that fails too, authorize again.',
			],
		},
		token: {
			means:
				'TikTok does not know the stored access. It was withdrawn, or it was given to another app than the App Key names.',
			todo: [
				'Did you change App Key or App Secret? Then authorize again: access belongs to one app.',
				'Otherwise look in Seller Center under **App Store → My apps and incidents** whether the app is still allowed, and authorize again.',
			],
		},
	},
} satisfies HelpGroup;
