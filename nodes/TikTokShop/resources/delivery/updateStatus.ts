import { InputError } from '../../../shared/errors';
import type { Operation } from '../../../shared/operation';
import { packageInBatch } from '../package/fields';

export const updateStatus: Operation = {
	name: 'Update Status',
	action: 'Update the delivery status of a package',
	description:
		'Report that your own fleet delivered a package, failed to, or has a new proof of delivery; Southeast Asia only',
	doc: 'update-package-delivery-status-202309',
	scopes: ['seller.delivery.status.write'],
	fields: [
		packageInBatch,
		{
			displayName: 'Result',
			name: 'deliveryType',
			type: 'options',
			options: [
				{ name: 'Delivered', value: 'DELIVERY_SUCCESS' },
				{ name: 'Not Delivered', value: 'DELIVERY_FAILED' },
				{
					name: 'Only Update Proof',
					value: 'UPDATE_POD',
					description: 'The package was reported as delivered before',
				},
			],
			default: 'DELIVERY_SUCCESS',
			required: true,
			description: 'What came of the delivery',
			send: 'body.delivery_type',
		},
		{
			displayName: 'Reason',
			name: 'failReason',
			type: 'options',
			options: [
				{ name: 'Buyer Could Not Be Reached', value: 'UNABLE_CONTACT_BUYER' },
				{ name: 'Buyer Could Not Receive It Now', value: 'UNABLE_RECEIVE' },
				{ name: 'Buyer Refused It', value: 'BUYER_REFUSED' },
				{ name: 'Delivery Delayed', value: 'DELAY_DELIVERY' },
				{ name: 'Force Majeure', value: 'FORCE_MAJEURE', description: 'For instance a storm' },
				{ name: 'Invalid Address', value: 'INVALID_ADDRESS' },
				{ name: 'Other', value: 'OTHER' },
				{ name: 'Package Damaged', value: 'PACKAGE_DAMAGE' },
				{ name: 'Package Lost', value: 'PACKAGE_LOST' },
			],
			default: 'UNABLE_CONTACT_BUYER',
			required: true,
			displayOptions: { show: { deliveryType: ['DELIVERY_FAILED'] } },
			description: 'Why the package was not delivered',
			send: 'body.fail_delivery_reason',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Proof Type',
					name: 'fileType',
					type: 'options',
					options: [
						{ name: 'Image', value: 'IMG' },
						{ name: 'PDF', value: 'PDF' },
					],
					default: 'IMG',
					description: 'What the proof of delivery is',
					send: 'body.file_type',
				},
				{
					displayName: 'Proof URL',
					name: 'fileUrl',
					type: 'string',
					default: '',
					placeholder: 'https://…',
					description:
						'The address that "Upload a proof of delivery image" or "Upload a proof of delivery file" returned',
					send: 'body.file_url',
				},
			],
		},
	],
	request: { method: 'POST', path: '/fulfillment/202309/packages/deliver', shop: 'required' },
	// The page names no limit; a page of packages has 50.
	batch: {
		max: 50,
		key: 'packageId',
		into: 'body.packages',
		entryKey: 'id',
		matchBy: 'package_id',
		what: 'package',
	},
	prepare: ({ body }) => {
		if (body.delivery_type === 'UPDATE_POD' && body.file_url === undefined) {
			throw new InputError('Proof URL is empty', 'Updating the proof of delivery needs it.');
		}
		if (body.file_url !== undefined) body.file_type ??= 'IMG';
	},
};
