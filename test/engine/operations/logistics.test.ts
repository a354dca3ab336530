import { runCases } from './case';
import { cases } from './logistics.cases';

runCases(cases);
