import { kept } from './kept';
import type { Product } from './types';
import type { ShopWorld } from './world';

/** What a seller changed in a live product and buyers do not see yet. */
export interface Versions {
	draft?: Product;
	underReview?: Product;
}

const shelves = kept<ShopWorld, Map<string, Versions>>(() => new Map());

export function versionsOf(home: ShopWorld, product: Product): Versions {
	const shelf = shelves(home);
	const known = shelf.get(product.id) ?? {};
	shelf.set(product.id, known);
	return known;
}

/** The review is passed: buyers see the new version. */
export function publishReview(home: ShopWorld, product: Product): void {
	const versions = versionsOf(home, product);
	if (versions.underReview) {
		const { status } = product;
		Object.assign(product, versions.underReview, { status });
		delete versions.underReview;
	}
	product.audit = { status: 'APPROVED' };
}
