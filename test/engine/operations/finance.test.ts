import { runCases } from './case';
import { cases } from './finance.cases';

runCases(cases);
