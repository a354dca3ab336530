import type { HelpGroup } from './help';

export const connecting = {
	title: 'While you connect',
	intro:
		'These messages stand in the form of the credential after **Save**. n8n shows them after **More details**. Some of them come from nodes too.',
	topics: {
		notConnected: {
			heading: 'Not connected yet',
			means:
				'Nothing is wrong. The form is filled in, and now the owner of the shop has to agree at TikTok. The message holds the address for that.',
			todo: [
				'In the form, choose **More details** beside the red message. Copy the long address.',
				'Let the **owner of the shop** open it in a browser, sign in and accept.',
				'The browser ends at another address. Copy all of it, even if the page shows an error.',
				'Paste it into **Authorization Code** and choose **Save**. You have 30 minutes for this.',
				'With a picture: [Connect a shop](connect.md). Without copying anything: [Connect by a link](connect.md#connect-by-a-link).',
			],
			inOrder: true,
		},
		credentialFields: {
			heading: 'A field of the credential is empty or holds something else',
			means: 'The form is checked before anything is sent to TikTok. The message names the field.',
			todo: [
				'**App Key** and **App Secret**: in Partner Center open **App & Service**, then your app. Both stand in its details, under Credentials. Use the copy buttons there.',
				'**Service ID**: the long number under the name of the app. It is not the App Key. It is also the `service_id=` in the authorize link of the app.',
				'**Authorize URL**, **Auth URL**, **API URL**: turn **Custom Endpoints** off, unless you use a sandbox or a proxy. Then enter whole addresses that begin with `https://`.',
			],
		},
		authorizationCode: {
			heading: 'Authorization Code holds an address without a code',
			means:
				'What you pasted has no `code=` in it. Most often it was copied before the owner accepted, or only a part of it was copied.',
			todo: [
				'Open the address in the message again, and accept.',
				'Wait until the browser has left TikTok’s pages.',
				'Copy the whole address from the address bar and paste it.',
			],
			inOrder: true,
		},
		authorizationState: {
			heading: 'The pasted address does not belong to this credential',
			means:
				'The address that a credential shows carries a proof, the `state`. TikTok sends it back. So nobody can slip the code of another shop into your n8n. In what you pasted, the proof is missing or is that of another credential.',
			todo: [
				'Use the address in the message of **this** credential. It changes when App Key, App Secret or Service ID changes.',
				'Did it come from TikTok’s app store or from a development shop? TikTok sends no `state` from there. If you know where it comes from, paste the code alone: what stands between `code=` and the next `&`.',
			],
		},
		codeRefused: {
			means:
				'TikTok gives out a code for 30 minutes and for one use. This one is too old or was used, or it was made for another app.',
			todo: [
				'Open the address in the message again, accept, and paste the new address.',
				'Is the shop connected already, and you only want to keep it so? Clear **Authorization Code** and save.',
				'If a new code is refused too, App Key and Service ID are of different apps. Copy both again from the same app.',
			],
		},
		authorizationDenied: {
			means: 'On TikTok’s page somebody chose not to allow the app. Nothing has changed.',
			todo: ['Open the address again and accept.'],
		},
		wrongUser: {
			means:
				'TikTok has accounts for sellers, creators and partners. Somebody signed in with another one than that of the seller who owns the shop.',
			todo: [
				'Sign out on TikTok’s pages, or use a private window of the browser.',
				'Let the owner of the shop open the address in the message and sign in with the **seller** account.',
				'If it comes from one operation only: **Shop: Get Category Assets** is for affiliate partners. No seller can use it.',
			],
		},
		otherSeller: {
			means:
				'The credential is connected to one seller, and another one accepted. The connection stays as it was, so that your workflows do not suddenly work on another shop.',
			todo: [
				'Sign out on TikTok’s pages and sign in as the owner of the right shop.',
				'For a second seller, create a second credential. To move this one to the other seller, turn off **Same Seller Only** in the TikTok Shop Connect Trigger.',
			],
		},
		appKey: {
			also: ['App Key, App Secret or the clock of the n8n server is wrong'],
			means:
				'TikTok has no app with this key, the app was switched off, or key and secret do not belong together.',
			todo: [
				'Copy **App Key** and **App Secret** again, both from the same app.',
				'Check in Partner Center that the app is published and not deactivated.',
				'If the message names the clock as well: see [the clock of the n8n server](#clock).',
			],
		},
		signature: {
			means:
				'Each request is signed with the App Secret. TikTok computed another signature, so the secret is not that of the app.',
			todo: [
				'Copy **App Key** and **App Secret** again, both from the same app. Take care of blanks at the ends.',
				'Did somebody make a new secret in Partner Center? The old one is worth nothing then.',
				'In the HTTP Request node do not add `sign`, `timestamp` or `app_key` yourself.',
			],
		},
		clock: {
			means:
				'Each request carries the time. TikTok takes it if it is at most 5 minutes behind or 30 seconds ahead of its own clock.',
			todo: [
				'Turn on automatic time (NTP) on the computer that runs n8n.',
				'A virtual machine that has slept can be behind: restart it. A Docker container has the clock of its host.',
			],
		},
		ipAllowList: {
			means:
				'In Partner Center the app has a list of addresses that may use it. The public address of your n8n server is not on it.',
			todo: [
				'Find out the public IP address of the server that runs n8n.',
				'In Partner Center open **App & Service** and your app. Add the address to the list, or turn the list off.',
				'If your server has no fixed address, leave the list off.',
			],
		},
	},
} satisfies HelpGroup;
