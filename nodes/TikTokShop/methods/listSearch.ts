import { searchShops } from '../../shared/searchShops';
import { commonLists } from './commonLists';

/** The lists that resource locators search, by the name that a field refers to. */
export const listSearch = { searchShops, ...commonLists };
