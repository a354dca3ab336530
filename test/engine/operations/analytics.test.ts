import { runCases } from './case';
import { cases } from './analytics.cases';

runCases(cases);
