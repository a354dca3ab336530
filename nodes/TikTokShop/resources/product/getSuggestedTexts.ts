import { adviceOn } from './batch';

export const getSuggestedTexts = adviceOn('/product/202405/products/suggestions', 20, {
	name: 'Get Suggested Texts',
	action: 'Get a suggested title and description for a product',
	description: 'Retrieve titles and descriptions that TikTok’s AI suggests for a live product',
	doc: 'get-recommended-product-title-and-description-202405',
	scopes: ['serller.product.optimize'],
});
