import type { HelpGroup } from './help';

export const shop = {
	title: 'Choosing the shop',
	intro: 'A connection can have several shops. Most operations work on one of them.',
	topics: {
		shopChoice: {
			heading: 'Choose one of several shops',
			means:
				'The field **Shop** is as it was at first, which works for connections with one shop. Or it names a shop that the connection does not have. Below the message stand the shops it has.',
			todo: [
				'Open the node and choose the shop from the list.',
				'If the shop is given by an expression, check what the expression gives. It has to be the ID of the shop.',
				'If the shop is not in the list, its owner has not authorized the app.',
			],
		},
		shop: {
			also: ['No shop is authorized'],
			means:
				'TikTok does not give this connection access to the shop, or to any shop at all. Most often somebody else than the owner accepted, or the shop was closed.',
			todo: [
				'Run **Shop: Get Many** to see which shops the connection has.',
				'Let the **owner** of the shop authorize the app again. A collaborator or a member of the staff cannot.',
			],
		},
		shopCipher: {
			means: 'TikTok wants to know which shop is meant, and the request did not say.',
			todo: [
				'In a TikTok Shop node choose the shop in the field **Shop**.',
				'In a **Custom API Call** set **Shop Cipher** to **Send**, and choose the shop.',
				'In the HTTP Request node add `shop_cipher` to the query: [how to find it](nodes.md#http-request-node).',
			],
		},
		shopCipherRefused: {
			means:
				'This endpoint works on the whole seller account, so TikTok refuses to be given a shop.',
			todo: [
				'In a **Custom API Call** set **Shop Cipher** to **Leave Out**.',
				'In the HTTP Request node remove `shop_cipher` from the query.',
			],
		},
	},
} satisfies HelpGroup;
