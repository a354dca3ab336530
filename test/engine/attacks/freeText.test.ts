import { cases as affiliate } from '../operations/affiliate.cases';
import { cases as analytics } from '../operations/analytics.cases';
import { cases as customApiCall } from '../operations/customApiCall.cases';
import { cases as customerService } from '../operations/customerService.cases';
import { cases as fbt } from '../operations/fbt.cases';
import { cases as finance } from '../operations/finance.cases';
import { american, asian, brazilian, british } from '../operations/fulfillment.cases';
import { cases as logistics } from '../operations/logistics.cases';
import { cases as orders } from '../operations/orders.cases';
import { cases as promotion } from '../operations/promotion.cases';
import { cases as returns } from '../operations/returns.cases';
import { cases as shop } from '../operations/shop.cases';
import { cases as webhook } from '../operations/webhook.cases';
import { arrivedTexts, attackFields } from './freeText';

// What arrives counts here, not when.
jest.mock('../../../nodes/shared/rateLimit', () => ({
	inPlace: async (_key: string, send: () => Promise<unknown>) => await send(),
}));

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async () => undefined,
}));

const cases = {
	...affiliate,
	...analytics,
	...customApiCall,
	...customerService,
	...fbt,
	...finance,
	...british,
	...logistics,
	...orders,
	...promotion,
	...returns,
	...shop,
	...webhook,
};

describe('of operations for all shops', () => attackFields(cases, {}));
describe('of operations for American shops', () => attackFields(american, { markets: ['US'] }));
describe('of operations for Asian shops', () => attackFields(asian, { markets: ['SG'] }));
describe('of operations for Brazilian shops', () => attackFields(brazilian, { markets: ['BR'] }));

it('what is only text arrives as it was written', () => {
	expect(arrivedTexts()).toBeGreaterThan(1000);
});
