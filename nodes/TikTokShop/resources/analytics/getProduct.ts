import { productLocator } from '../../commonFields';
import { days, figures, figuresOptions } from './fields';

export const getProduct = figures({
	name: 'Get Product Performance',
	action: 'Get the performance of a product',
	description: 'Retrieve sales, orders, impressions and page views of a product',
	doc: 'get-shop-product-performance-202405',
	fields: [productLocator, ...days, figuresOptions()],
	path: '/analytics/202405/shop_products/{product_id}/performance',
});
