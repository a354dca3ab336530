import { runCases } from './case';
import { cases } from './webhook.cases';

runCases(cases);
