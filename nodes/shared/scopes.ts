/** What Partner Center calls a scope, and whether TikTok must approve it before an app may use it. */
export interface Scope {
	id: number;
	name: string;
	needsApproval: boolean;
}

/** Every scope a seller can grant, by the key that a token lists in granted_scopes. */
export const SCOPES = {
	'data.shop_analytics.public.read': {
		id: 948484,
		name: 'TikTok Shop Analytics',
		needsApproval: false,
	},
	'partner.authorization.info': {
		id: 733700,
		name: 'Partner Authorized Information',
		needsApproval: true,
	},
	'seller.affiliate_collaboration.read': {
		id: 733764,
		name: 'Read Seller Affiliate Collaboration',
		needsApproval: true,
	},
	'seller.affiliate_collaboration.write': {
		id: 890884,
		name: 'Manage Seller Affiliate Collaboration',
		needsApproval: true,
	},
	'seller.affiliate_messages.write': {
		id: 1897028,
		name: 'Manage Affiliate Messages',
		needsApproval: false,
	},
	'seller.authorization.info': {
		id: 431812,
		name: 'Shop Authorized Information',
		needsApproval: false,
	},
	'seller.creator_marketplace.read': {
		id: 925572,
		name: 'Read Creator Marketplace',
		needsApproval: true,
	},
	'seller.customer_engagement.read': {
		id: 1950724,
		name: 'Customer Engagement - Read',
		needsApproval: true,
	},
	'seller.customer_engagement.write': {
		id: 1896964,
		name: 'Customer Engagement - Write',
		needsApproval: true,
	},
	'seller.customer_service': { id: 480004, name: 'Customer Service', needsApproval: true },
	'seller.delivery.status.write': {
		id: 431876,
		name: 'Update Delivery Status',
		needsApproval: false,
	},
	'seller.fbt.info': { id: 1827908, name: 'Fulfilled by TikTok(FBT) Info', needsApproval: false },
	'seller.finance.info': { id: 430596, name: 'Finance Information', needsApproval: false },
	'seller.fulfillment.basic': { id: 430340, name: 'Fulfillment Basic', needsApproval: false },
	'seller.fulfillment.package.write': {
		id: 431364,
		name: 'Package Split And Combine',
		needsApproval: false,
	},
	'seller.global_product.category.info': {
		id: 430980,
		name: 'Global Category Infomation',
		needsApproval: false,
	},
	'seller.global_product.delete': {
		id: 431044,
		name: 'Global Product Delete',
		needsApproval: false,
	},
	'seller.global_product.info': {
		id: 431108,
		name: 'Global Product Information',
		needsApproval: false,
	},
	'seller.global_product.write': {
		id: 431236,
		name: 'Global Product Modify',
		needsApproval: false,
	},
	'seller.logistics': { id: 430404, name: 'Logistics Basic', needsApproval: false },
	'seller.order.ext_ref.read': {
		id: 1033028,
		name: 'Read External Order References',
		needsApproval: true,
	},
	'seller.order.ext_ref.write': {
		id: 1032964,
		name: 'Write External Order References',
		needsApproval: false,
	},
	'seller.order.ext_ref.write.custom': {
		id: 1029124,
		name: 'Write External Order References',
		needsApproval: true,
	},
	'seller.order.info': { id: 430276, name: 'Order Information', needsApproval: false },
	'seller.product.basic': { id: 430148, name: 'Product Basic', needsApproval: false },
	'seller.product.delete': { id: 431428, name: 'Product Delete & Recover', needsApproval: false },
	'seller.product.write': { id: 431492, name: 'Product Modify', needsApproval: false },
	'seller.promotion.info': { id: 434884, name: 'Promotion Information', needsApproval: true },
	'seller.promotion.write': { id: 435012, name: 'Promotion Modify', needsApproval: true },
	'seller.return_refund.basic': { id: 431684, name: 'Return & Refund Basic', needsApproval: false },
	'seller.shop.info': { id: 431300, name: 'Global Shop Information', needsApproval: false },
	'serller.product.optimize': { id: 729604, name: 'Product Optimization', needsApproval: false },
} as const satisfies Record<string, Scope>;

export type ScopeKey = keyof typeof SCOPES;

/** The scope as a person finds it in Partner Center, for instance "Order Information (430276, seller.order.info)". */
export function nameScope(key: ScopeKey): string {
	const { name, id } = SCOPES[key];
	return `${name} (${id}, ${key})`;
}

/** The names of a seller's scopes that were not granted. */
export function missingScopes(grantedScopes: string): string[] {
	const granted = grantedScopes.split(',');
	const names = Object.entries(SCOPES)
		.filter(([key]) => !key.startsWith('partner.') && !granted.includes(key))
		.map(([, { name }]) => name);
	// Two scopes can share a name.
	return [...new Set(names)];
}

/**
 * The names of the granted scopes that this package knows, in Partner Center words.
 *
 * @param grantedScopes - scope keys joined by commas, as the credential stores them
 */
export function namesOfGranted(grantedScopes: string): string[] {
	return grantedScopes
		.split(',')
		.filter((key): key is ScopeKey => Object.hasOwn(SCOPES, key))
		.map((key) => SCOPES[key].name);
}
