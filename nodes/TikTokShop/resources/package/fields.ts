import type { INodePropertyOptions } from 'n8n-workflow';

import { InputError } from '../../../shared/errors';
import type { Field, Parts } from '../../../shared/fields';
import type { Given } from '../../../shared/operation';
import { objectOf } from '../../../shared/simplify';
import { asText } from '../../../shared/text';
import { BY_ZONE, locator, packageLocator } from '../../commonFields';

type Shown = Field['displayOptions'];

/** A package that is one of many in a request, so that its ID goes into a list instead of the path. */
export const packageInBatch: Field = { ...packageLocator, send: undefined };

/** The carrier, from those that the chosen package, order or delivery option can go with. */
export const providerLocator = (send: string, displayOptions?: Shown): Field => ({
	...locator({
		displayName: 'Shipping Provider',
		name: 'shippingProviderId',
		description: 'The carrier that transports the package',
		searchListMethod: 'searchShippingProviders',
		placeholder: '6617675021119438849',
		send: `${send}.shipping_provider_id`,
	}),
	displayOptions,
});

/** Carrier and tracking number of what the seller ships. */
export const trackingFields = (send: string, displayOptions?: Shown): Field[] => [
	providerLocator(send, displayOptions),
	{
		displayName: 'Tracking Number',
		name: 'trackingNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'JX1234567890',
		displayOptions,
		description: 'The number the carrier gave for the package',
		send: `${send}.tracking_number`,
	},
];

const byTikTok = { shippedBy: ['TIKTOK'] };

const pickup = { ...byTikTok, handoverMethod: ['PICKUP'] };

/** How a package is handed over, or by whom it is shipped. */
export const shipmentFields: Field[] = [
	{
		displayName: 'Shipped By',
		name: 'shippedBy',
		type: 'options',
		options: [
			{
				name: 'Seller',
				value: 'SELLER',
				description: 'You chose the carrier and have its tracking number',
			},
			{ name: 'TikTok', value: 'TIKTOK', description: 'TikTok Shipping provides the carrier' },
		],
		default: 'TIKTOK',
		description: 'Who chose the carrier; "Get an order" tells it as the shipping type',
	},
	{
		displayName: 'Handover Method',
		name: 'handoverMethod',
		type: 'options',
		options: [
			{ name: 'As Set in Seller Center', value: '' },
			{ name: 'Drop-Off', value: 'DROP_OFF', description: 'You bring the package to the carrier' },
			{ name: 'Pickup', value: 'PICKUP', description: 'The carrier fetches the package' },
		],
		default: '',
		displayOptions: { show: byTikTok },
		description: 'How the carrier gets the package',
		send: 'body.handover_method',
	},
	{
		...locator({
			displayName: 'Pickup Slot',
			name: 'pickupSlot',
			description:
				'When the carrier comes. By ID: start and end as "Get the handover time slots of a package" returns them, with a hyphen between.',
			searchListMethod: 'searchHandoverSlots',
			placeholder: '1767340800-1767348000',
			required: false,
		}),
		displayOptions: { show: pickup },
	},
	...trackingFields('body.self_shipment', { show: { shippedBy: ['SELLER'] } }),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: pickup },
		options: [
			{
				displayName: 'Pickup From',
				name: 'pickupFrom',
				type: 'dateTime',
				default: '',
				description: `Start of the time slot, instead of Pickup Slot${BY_ZONE}`,
				send: 'body.pickup_slot.start_time',
				as: 'seconds',
			},
			{
				displayName: 'Pickup Until',
				name: 'pickupUntil',
				type: 'dateTime',
				default: '',
				description: `End of the time slot, instead of Pickup Slot${BY_ZONE}`,
				send: 'body.pickup_slot.end_time',
				as: 'seconds',
			},
		],
	},
];

/** The list gives a time slot as one value; TikTok wants its two ends. */
export function readPickupSlot({ body }: Parts, { read }: Given): void {
	if (body.handover_method !== 'PICKUP') return;
	const chosen = asText(read('pickupSlot')).trim();
	if (chosen !== '') {
		const [, start, end] = /^(\d{9,11})-(\d{9,11})$/.exec(chosen) ?? [];
		body.pickup_slot = { start_time: Number(start), end_time: Number(end) };
	}
	if (body.pickup_slot === undefined) return;
	const { start_time: start, end_time: end } = objectOf(body.pickup_slot);
	if (Number(start) < Number(end)) return;
	throw new InputError(
		'Pickup Slot is not a span of time',
		'Choose it from the list, or give its start and its end, for instance 1767340800-1767348000.',
	);
}

const measure = (displayName: string, name: string, send: string): Field => ({
	displayName,
	name,
	type: 'string',
	default: '',
	required: true,
	placeholder: '12.5',
	description: `${displayName} of the package`,
	send,
	as: 'amount',
});

function unit(options: INodePropertyOptions[]): Field {
	const suggested = options[0]?.value ?? '';
	return {
		displayName: 'Unit',
		name: 'unit',
		type: 'options',
		options,
		default: suggested,
		required: true,
		description: 'The unit of the numbers',
		send: 'unit',
	};
}

/** Size and weight of a package. */
export const measureFields: Field[] = [
	{
		displayName: 'Dimensions',
		name: 'dimension',
		type: 'fixedCollection',
		placeholder: 'Add Dimensions',
		default: {},
		description: 'Size of the package; left out, TikTok takes the one of the product',
		send: 'body.dimension',
		options: [
			{
				displayName: 'Dimensions',
				name: 'values',
				values: [
					measure('Height', 'height', 'height'),
					measure('Length', 'length', 'length'),
					measure('Width', 'width', 'width'),
					unit([
						{ name: 'Centimeter', value: 'CM' },
						{ name: 'Inch', value: 'INCH' },
					]),
				],
			},
		],
	},
	{
		displayName: 'Weight',
		name: 'weight',
		type: 'fixedCollection',
		placeholder: 'Add Weight',
		default: {},
		description: 'Weight of the package; left out, TikTok takes the one of the products',
		send: 'body.weight',
		options: [
			{
				displayName: 'Weight',
				name: 'values',
				values: [
					measure('Weight', 'value', 'value'),
					unit([
						{ name: 'Gram', value: 'GRAM' },
						{ name: 'Pound', value: 'POUND' },
					]),
				],
			},
		],
	},
];

/** Some of the orders of a package. */
export const orderIdsField = (field: Pick<Field, 'description' | 'send' | 'required'>): Field => ({
	displayName: 'Order IDs',
	name: 'orderIds',
	type: 'string',
	default: '',
	placeholder: '576461413038785752',
	as: 'ids',
	...field,
});
