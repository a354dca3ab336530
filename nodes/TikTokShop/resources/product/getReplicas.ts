import type { Operation } from '../../../shared/operation';
import { productLocator } from '../../commonFields';

export const getReplicas: Operation = {
	name: 'Get Replicas',
	action: 'Get the replicas of a product',
	description: 'Retrieve the copies of a product in other markets, for global sellers',
	doc: 'get-global-replicated-products-202507',
	scopes: ['seller.product.basic'],
	fields: [productLocator],
	request: {
		method: 'GET',
		path: '/product/202507/products/{product_id}/replicated_products',
		shop: 'required',
	},
	output: 'replicated_products',
};
