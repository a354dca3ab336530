import type { Operation } from '../../../shared/operation';
import { asText } from '../../../shared/text';
import { packageLocator } from '../../commonFields';
import { documentFields } from './documents';

export const getDocument: Operation = {
	name: 'Get Shipping Document',
	action: 'Get a shipping document',
	description:
		'Download the shipping label or packing slip of a package that ships with TikTok. Ship the package first.',
	doc: 'get-package-shipping-document-202309',
	scopes: ['seller.fulfillment.basic'],
	fields: [packageLocator, ...documentFields],
	request: {
		method: 'GET',
		path: '/fulfillment/202309/packages/{package_id}/shipping_documents',
		shop: 'required',
	},
	download: { urlFrom: 'doc_url', fileName: (read) => `package-${asText(read('packageId'))}` },
};
