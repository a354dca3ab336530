import { days, figures, figuresOptions, liveAccounts } from './fields';

export const getLivesOverview = figures({
	name: 'Get LIVE Overview',
	action: 'Get an overview of all LIVE sessions',
	description: 'Retrieve sales, orders, customers and units of all LIVE sessions together',
	doc: 'get-shop-live-performance-overview-202508',
	fields: [...days, figuresOptions(liveAccounts)],
	path: '/analytics/202508/shop_lives/overview_performance',
});
