import { cases as globalProducts } from '../operations/globalProducts.cases';
import { cases as media } from '../operations/media.cases';
import {
	cases as products,
	globalSellerCases,
	unitedStatesCases,
} from '../operations/products.cases';
import { arrivedTexts, attackFields } from './freeText';

// What arrives counts here, not when.
jest.mock('../../../nodes/shared/rateLimit', () => ({
	inPlace: async (_key: string, send: () => Promise<unknown>) => await send(),
}));

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async () => undefined,
}));

const forAll = { ...products, ...globalProducts };

describe('of operations for all shops', () => attackFields(forAll, {}));
describe('of operations for files', () => attackFields(media, { markets: ['DE'] }));
describe('of operations for global sellers', () =>
	attackFields(globalSellerCases, { markets: ['GB', 'DE'] }));
describe('of operations for American shops', () =>
	attackFields(unitedStatesCases, { markets: ['US'] }));

it('what is only text arrives as it was written', () => {
	expect(arrivedTexts()).toBeGreaterThan(1000);
});
