/** What goes wrong without a message of ours. */
export interface Symptom {
	/** For a link from elsewhere, where the heading is not used for that. */
	anchor?: string;
	seen: string;
	/** In Markdown. */
	todo: string;
}

export const SYMPTOMS: Symptom[] = [
	{
		anchor: 'in-doubt',
		seen: 'Was it done or not?',
		todo: 'If a connection breaks while TikTok ships a package or changes a price, nobody here can know whether TikTok did it. Then the message says that no clear answer came, and what to do. Look in Seller Center, or read the order or product with a node, before you run it again. With several items it also says which were done, which failed and which were not sent. The numbers are those of n8n and begin with 0.',
	},
	{
		seen: 'The nodes are not in the node panel',
		todo: 'Look under **Settings → Community nodes** whether the package is there. If not, [install it](install.md). If it is, reload the page of the editor. With Docker, check that `/home/node/.n8n` is on a volume: otherwise the package is gone with each new container.',
	},
	{
		seen: 'An imported workflow shows nodes with a question mark',
		todo: 'The package is not installed in this n8n, or it was loaded from a folder of your own: then its nodes have other names. Install it as told in [Install](install.md).',
	},
	{
		seen: 'TikTok’s page says that the app or service does not exist',
		todo: 'The **Service ID** is wrong, or **Market** does not fit: the United States have a page of their own. Compare both with the authorize link that Partner Center shows for your app. An app that is not published yet has none.',
	},
	{
		seen: 'TikTok’s page says that the authorization failed',
		todo: 'An app of a seller in-house developer works only for the shop that is linked to the Partner Center account. For other shops, register as [another kind of developer](partner-center.md#which-kind-of-developer). It also fails for everybody but the owner of the shop.',
	},
	{
		seen: 'After accepting, the browser shows an error page',
		todo: 'That is all right if you copy the code: the address above the error is what counts. If the browser went to a place you do not know, correct the **Redirect URL** of the app in Partner Center, then open the address again.',
	},
	{
		seen: 'Nothing arrives by webhook',
		todo: 'Ask yourself in turn: Is the workflow published? Does the **Production URL** of the trigger begin with your public address? Does the public address with `/healthz` behind it show `{"status":"ok"}` on a phone without Wi-Fi? Does Partner Center show under **Development Kits → Webhook Log** that TikTok tried, and what n8n answered? After a change of `WEBHOOK_URL`, unpublish the workflow and publish it again.',
	},
	{
		seen: 'The webhook log shows 401',
		todo: 'The App Key or App Secret in the credential is not that of the app that sends. Copy both again, save, and publish the workflow again. TikTok does not send again what was answered with 401.',
	},
	{
		seen: 'An item has `fetchError`',
		todo: 'The event arrived, but the whole order, product or return could not be fetched. The text in `fetchError` is one of the messages on this page.',
	},
	{
		seen: 'An event starts the workflow twice',
		todo: 'That can happen after a crash or a restart at the wrong moment: [what is guaranteed](webhooks.md#duplicates). Where it would hurt, compare the ID and the status of the order before you act.',
	},
	{
		seen: 'The polling trigger reports nothing after publishing',
		todo: 'It reports what comes after that moment. For earlier records, add the option **Start Date** before you publish for the first time. **Fetch Test Event** shows recent records at any time.',
	},
	{
		seen: 'Update Inventory does not take 0',
		todo: 'TikTok takes 1 to 99,999. To stop selling, use **Product: Deactivate**.',
	},
];
