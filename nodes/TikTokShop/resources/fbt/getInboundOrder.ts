import type { Operation } from '../../../shared/operation';

export const getInboundOrder: Operation = {
	name: 'Get Inbound Order',
	action: 'Get an inbound order',
	description:
		'Retrieve a delivery of goods to a warehouse of TikTok: planned, received and status',
	doc: 'get-inbound-order-202409',
	scopes: ['seller.fbt.info'],
	fields: [
		{
			displayName: 'Inbound Order ID',
			name: 'inboundOrderId',
			type: 'string',
			default: '',
			required: true,
			placeholder: '7143104329798256386',
			description:
				'Digits only, without IBR in front; "Get FBT inventory records" returns it as the order of a record',
			as: 'id',
		},
	],
	request: { method: 'GET', path: '/fbt/202409/inbound_orders', shop: 'optional' },
	// The page names no limit; this keeps the address short.
	batch: {
		max: 50,
		key: 'inboundOrderId',
		into: 'query.ids',
		from: 'inbound_orders',
		matchBy: 'id',
		what: 'inbound order',
	},
};
