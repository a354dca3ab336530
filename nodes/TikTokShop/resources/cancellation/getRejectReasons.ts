import { rejectReasons } from '../return/getRejectReasons';
import { cancellationLocator } from './fields';

export const getRejectReasons = rejectReasons('cancellation', cancellationLocator);
