import type { FAILURES } from '../../../nodes/TikTokShopConnect/pages';

/** What to tell a shop owner who sees one of the pages of the connect link, in Markdown. */
export const CONNECT_PAGES: Record<keyof typeof FAILURES, string> = {
	denied:
		'The owner chose not to allow the app. Nothing has changed. Open the connect link again and accept.',
	expired:
		'Between opening the link and accepting went more than an hour. Open the connect link again.',
	used: 'The page was loaded a second time, for instance with the back button. If the shop is connected, all is well. If not, open the connect link again.',
	forged:
		'The address was changed on the way, or it belongs to another workflow or credential. Send the owner the Production URL of this workflow that ends in `connect`.',
	noState:
		'The owner came from TikTok’s app store. Send the connect link instead, or turn on the option **Allow TikTok’s App Store** in the node.',
	otherSeller:
		'The credential belongs to another seller. Sign out at TikTok and sign in as the owner of the right shop. For a second seller, use a second credential. To move this one, turn off **Same Seller Only**.',
};
