import { runCases } from './case';
import { cases, globalSellerCases, unitedStatesCases } from './products.cases';

runCases(cases);

describe('for a seller with shops in two countries', () => {
	runCases(globalSellerCases, { markets: ['GB', 'DE'] });
});

describe('in the United States', () => {
	runCases(unitedStatesCases, { markets: ['US'] });
});
