import { searchShops } from '../../shared/searchShops';
import { affiliateLists } from './affiliateLists';
import { analyticsLists } from './analyticsLists';
import { commonLists } from './commonLists';
import { fulfillmentLists } from './fulfillmentLists';
import { financeLists } from './financeLists';
import { promotionLists } from './promotionLists';
import { returnLists } from './returnLists';
import { catalogueLists } from './catalogueLists';
import { customerServiceLists } from './customerServiceLists';

/** The lists that resource locators search, by the name that a field refers to. */
export const listSearch = {
	searchShops,
	...affiliateLists,
	...analyticsLists,
	...catalogueLists,
	...commonLists,
	...customerServiceLists,
	...fulfillmentLists,
	...financeLists,
	...promotionLists,
	...returnLists,
};
