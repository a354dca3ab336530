import { days, figures, figuresOptions } from './fields';

export const getShop = figures({
	name: 'Get Shop Performance',
	action: 'Get the performance of a shop',
	description: 'Retrieve sales, orders, buyers, page views and refunds of the whole shop',
	doc: 'get-shop-performance-202405',
	fields: [...days, figuresOptions()],
	path: '/analytics/202405/shop/performance',
});
