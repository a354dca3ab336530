import type { Field } from '../../../shared/fields';
import { notice } from '../../../shared/notice';
import { SUBSCRIPTIONS } from '../../../shared/subscriptions';

/** All events that an address can be set for. */
export const eventField: Field = {
	displayName: 'Event',
	name: 'event',
	type: 'options',
	options: Object.entries(SUBSCRIPTIONS).map(([value, words]) => ({ ...words, value })),
	default: 'ORDER_STATUS_CHANGE',
	required: true,
	description: 'The event that TikTok Shop sends to the address',
	send: 'body.event_type',
};

export const oneAddressNotice = notice(
	'oneAddressNotice',
	'TikTok Shop keeps one address for each event and shop: who gets this event now does not get it any more.',
);
