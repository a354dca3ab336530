import { runCases } from './case';
import { cases } from './products.cases';

runCases(cases);
