import type { HelpGroup } from './help';

export const trouble = {
	title: 'Network, and trouble at TikTok',
	intro:
		'The node has tried several times already, with growing pauses, wherever that can do no harm. If something was being written, the message says whether it may have been done: [Was it done or not?](#in-doubt)',
	topics: {
		rateLimit: {
			means:
				'TikTok takes 50 requests per second for one app, shop and endpoint. The node keeps below that, but cannot see what other workflows on other servers do.',
			todo: [
				'Run fewer workflows at the same time, or spread them over the hour.',
				'Does other software use the same app? Give n8n an app of its own.',
			],
		},
		unavailable: {
			means: 'TikTok is down or under maintenance.',
			todo: [
				'Run it again later. In the settings of the node, **Retry On Fail** does this by itself.',
			],
		},
		internal: {
			means: 'Something broke at TikTok.',
			todo: [
				'Run it again later.',
				'If it stays, send the `request_id` and the time to TikTok’s support.',
			],
		},
		timeout: {
			means: 'TikTok did not answer in time. This happens with large searches and files.',
			todo: ['Run it again with fewer items, or with smaller ones.'],
		},
		network: {
			means:
				'The n8n server got no connection to TikTok. The word in brackets says why: `ENOTFOUND` is a matter of DNS, `ECONNREFUSED` and `ETIMEDOUT` of a firewall, `CERT_…` or `UNABLE_TO_…` of a proxy that opens encrypted traffic.',
			todo: [
				'From the n8n server, check that `open-api.tiktokglobalshop.com` and `auth.tiktok-shops.com` can be reached by https.',
				'Behind a company proxy, set `HTTPS_PROXY` for n8n, and `NODE_EXTRA_CA_CERTS` if the proxy has its own certificate.',
			],
		},
		answerUnreadable: {
			means:
				'Something came back that is no answer of TikTok’s, or only a part of one. Often it is the error page of a proxy. Nothing of it is given out, so that nothing is missing unnoticed.',
			todo: [
				'Run it again.',
				'If it stays, check proxy and firewall of the n8n server. If there is a `request_id`, send it to TikTok’s support.',
			],
		},
		redirect: {
			means:
				'Instead of an answer, another address came. The node does not follow it, since your access to the shop would be sent there.',
			todo: [
				'Check proxy and firewall of the n8n server. Some show a page to sign in first.',
				'If **Custom Endpoints** is on in the credential, check the addresses, for instance `http` in place of `https`.',
			],
		},
	},
} satisfies HelpGroup;
