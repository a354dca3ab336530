import type { Field } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { BY_ZONE, choices, count, packageLocator, text } from '../../commonFields';

const time = (displayName: string, name: string, send: string, description: string): Field => ({
	displayName,
	name,
	type: 'dateTime',
	default: '',
	required: true,
	description,
	send,
	as: 'milliseconds',
});

const whole = (displayName: string, name: string, send: string): Field =>
	count(displayName, name, send, `${displayName} of the package as a whole number`, {
		minValue: 0,
	});

const measure = (name: 'dimension' | 'weight', displayName: string, values: Field[]): Field => ({
	displayName,
	name,
	type: 'fixedCollection',
	placeholder: `Add ${displayName}`,
	default: {},
	required: true,
	description: `${displayName} of the package`,
	send: name,
	options: [{ displayName, name: 'values', values }],
});

const packageFields: Field[] = [
	{ ...packageLocator, description: 'The package that left the warehouse', send: 'id' },
	text(
		'WMS Order ID',
		'wmsOrderId',
		'wms_order_id',
		'The number of the order in the warehouse management system (WMS)',
		{ required: true, placeholder: 'WMS-1042' },
	),
	text(
		'Tracking Number',
		'trackingNumber',
		'tracking_number',
		'The number the carrier gave for the package',
		{ required: true, placeholder: 'JX1234567890' },
	),
	text(
		'Shipping Provider ID',
		'shippingProviderId',
		'shipping_provider_id',
		'The carrier; "Get many shipping providers" returns the IDs',
		{ required: true, placeholder: '6617675021119438849', as: 'id' },
	),
	text(
		'Shipping Provider Name',
		'shippingProviderName',
		'shipping_provider_name',
		'The name of the carrier',
		{ required: true, placeholder: 'USPS' },
	),
	text('Time Zone', 'timeZone', 'time_zone', 'The time zone of the warehouse, as region and city', {
		required: true,
		placeholder: 'America/New_York',
	}),
	time(
		'Received At',
		'createTime',
		'create_time_millis',
		`When the warehouse received the order${BY_ZONE}`,
	),
	time(
		'Shipped At',
		'shipTime',
		'ship_time_millis',
		`When the package left the warehouse${BY_ZONE}`,
	),
	time(
		'Handed Over At',
		'handoverTime',
		'handover_time_millis',
		`When the carrier got the package${BY_ZONE}`,
	),
	measure('dimension', 'Dimensions', [
		whole('Height', 'height', 'height'),
		whole('Length', 'length', 'length'),
		whole('Width', 'width', 'width'),
		{
			displayName: 'Unit',
			name: 'unit',
			type: 'options',
			options: choices(['CENTIMETER', 'FOOT', 'INCH', 'METER', 'MICRON', 'MILLIMETER']),
			default: 'CENTIMETER',
			description: 'The unit of the numbers',
			send: 'unit',
		},
	]),
	measure('weight', 'Weight', [
		whole('Weight', 'value', 'value'),
		{
			displayName: 'Unit',
			name: 'unit',
			type: 'options',
			options: choices(['GRAM', 'KILOGRAM', 'MILLIGRAM', 'OUNCE', 'POUND']),
			default: 'GRAM',
			description: 'The unit of the number',
			send: 'unit',
		},
	]),
	{
		displayName: 'SKUs',
		name: 'skus',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add SKU' },
		placeholder: 'Add SKU',
		default: {},
		required: true,
		description: 'What is in the package',
		send: 'skus',
		options: [
			{
				displayName: 'SKU',
				name: 'sku',
				values: [
					text(
						'SKU ID',
						'skuId',
						'id',
						'The SKU ID that TikTok Shop gave; "Get an order" returns it',
						{ required: true, placeholder: '1729592969712207012', as: 'id' },
					),
					{
						displayName: 'Quantity',
						name: 'quantity',
						type: 'number',
						typeOptions: { minValue: 1 },
						default: 1,
						required: true,
						description: 'Units of the SKU in the package',
						send: 'quantity',
						as: 'integer',
					},
				],
			},
		],
	},
	text(
		'Origin City',
		'shippingOriginCity',
		'shipping_origin_city',
		'The city the package is shipped from',
		{ placeholder: 'Los Angeles' },
	),
	text(
		'Warehouse Code',
		'warehouseCode',
		'provider_warehouse_code',
		'Your own code of the warehouse',
		{ placeholder: 'LA-1' },
	),
	text('Warehouse Name', 'warehouseName', 'provider_warehouse_name', 'The name of the warehouse', {
		placeholder: 'Los Angeles 1',
	}),
	{
		displayName: 'Warehouse Type',
		name: 'warehouseType',
		type: 'options',
		options: [
			{ name: 'Certified by TikTok', value: 'TIKTOK_CERTIFIED_WAREHOUSE_FULFILLMENT' },
			{ name: 'Not Given', value: '' },
			{ name: 'Standard', value: 'STANDARD' },
		],
		default: '',
		description: 'Whether TikTok certified the warehouse',
		send: 'tcw_warehouse_type',
	},
];

export const confirmShipment: Operation = {
	name: 'Confirm Shipment',
	action: 'Confirm the shipment of packages from a warehouse',
	description:
		'Report which packages left a warehouse, and how; for warehouse providers certified by TikTok',
	doc: 'confirm-package-shipment-202309',
	scopes: ['seller.fulfillment.basic'],
	fields: [
		{
			displayName: 'Warehouse Provider ID',
			name: 'warehouseProviderId',
			type: 'string',
			default: '',
			required: true,
			placeholder: '7068517275539719942',
			description: 'The ID that TikTok gave the warehouse provider',
			send: 'body.warehouse_provider_id',
			as: 'id',
		},
		{
			displayName: 'Packages',
			name: 'packages',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Package' },
			placeholder: 'Add Package',
			default: { package: [{}] },
			required: true,
			description: 'The packages that left the warehouse',
			send: 'body.packages',
			options: [{ displayName: 'Package', name: 'package', values: packageFields }],
		},
	],
	request: { method: 'POST', path: '/supply_chain/202309/packages/sync', shop: 'none' },
	jsonBody: true,
};
