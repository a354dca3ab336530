import { adviceOn } from './batch';

export const getSeoWords = adviceOn('/product/202405/products/seo_words', 20, {
	name: 'Get SEO Words',
	action: 'Get SEO words for a product',
	description:
		'Retrieve words for the title by which more buyers find a live product; United States, United Kingdom and Southeast Asia',
	doc: 'get-products-seo-words-202405',
	scopes: ['seller.product.basic'],
});
