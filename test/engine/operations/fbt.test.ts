import { runCases } from './case';
import { cases } from './fbt.cases';

runCases(cases);
