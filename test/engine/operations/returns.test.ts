import { runCases } from './case';
import { cases } from './returns.cases';

runCases(cases);
