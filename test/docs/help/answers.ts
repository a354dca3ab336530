import type { HelpGroup } from './help';

export const answers = {
	title: 'TikTok refused',
	intro:
		'TikTok read the request and did not do it. Its own words stand at the end of the message, with its code.',
	topics: {
		refused: {
			heading: 'TikTok’s own words, or “… was refused”',
			means:
				'TikTok gave its own reason, for instance that an order cannot be cancelled any more. If several things were sent at once, the explanation lists what was refused. What is not listed was done.',
			todo: [
				'Compare the reason with what you entered, and with the state of the order, product or return in Seller Center.',
				'Look up the code on the page of the operation in [TikTok’s documentation](https://partner.tiktokshop.com/docv2). [All operations](operations.md) names the endpoint.',
				'If it makes no sense, ask TikTok’s support and name the `request_id`.',
			],
		},
		documentPending: {
			means:
				'The carrier still makes the label. The node asked several times and waited in between.',
			todo: [
				'Run it again after a minute.',
				'In a workflow, put a **Wait** node of two minutes between shipping and getting the document.',
			],
		},
		searchCap: {
			means:
				'TikTok gives at most 10,000 results for one search. The results up to there are there; the others are missing.',
			todo: [
				'Search in parts, for instance one month after the other, with the filters of the operation.',
				'For all new records from now on, use the TikTok Shop Polling Trigger. It has no such limit.',
			],
		},
		path: {
			means: 'TikTok has no endpoint at this path.',
			todo: [
				'In a **Custom API Call** or the HTTP Request node compare the path and the version in it with TikTok’s documentation.',
				'In any other operation, [update the package](install.md#update). If it stays, please [tell us](https://github.com/n8n-nodes-tiktok-shop/n8n-nodes-tiktok-shop/issues).',
			],
		},
		method: {
			means: 'The endpoint exists, but not for GET, POST, PUT or DELETE as it was asked.',
			todo: [
				'In a **Custom API Call** or the HTTP Request node compare the method with TikTok’s documentation.',
				'In any other operation, [update the package](install.md#update).',
			],
		},
		version: {
			means: 'TikTok has switched off this version of the endpoint.',
			todo: [
				'[Update the package](install.md#update).',
				'In a **Custom API Call** or the HTTP Request node use the version that TikTok’s documentation names.',
			],
		},
		format: {
			means: 'The body of the request was not what the endpoint takes.',
			todo: [
				'In a **Custom API Call** check **Body**: JSON for most endpoints, File for uploads.',
				'In the HTTP Request node send the body as JSON.',
			],
		},
	},
} satisfies HelpGroup;
