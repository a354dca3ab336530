import { runCases } from './case';
import { cases } from './orders.cases';

runCases(cases);
