import type { IDataObject } from 'n8n-workflow';

import { downloadField, downloadTo } from '../../../shared/binary';
import { InputError } from '../../../shared/errors';
import { collect, type Field } from '../../../shared/fields';
import type { Given, Operation, Result } from '../../../shared/operation';
import { listOf } from '../../../shared/simplify';
import { asText } from '../../../shared/text';
import { orderLocator } from '../../commonFields';
import { documentFields } from './documents';
import { getDocument } from './getDocument';

export const getOrderDocuments: Operation = {
	name: 'Get Shipping Documents of Orders',
	action: 'Get the shipping documents of orders',
	description:
		'Download the shipping label or packing slip of every package of the orders coming in, one item with a file for each package',
	doc: 'get-order-detail-202507',
	scopes: ['seller.order.info'],
	// The first request asks for the orders; the documents are asked for once their packages are known.
	fields: [orderLocator, downloadField, ...documentFields.map(unsent)],
	request: { method: 'GET', path: '/order/202507/orders', shop: 'required' },
	batch: {
		max: 50,
		key: 'orderId',
		into: 'query.ids',
		from: 'orders',
		matchBy: 'id',
		what: 'order',
	},
	expand: async (order, given) => {
		const results: Result[] = [];
		for (const packageId of packagesOf(order)) {
			results.push(await documentOf(asText(order.id), packageId, given));
		}
		return results;
	},
};

function unsent(field: Field): Field {
	const options = field.options?.map((option) => ('type' in option ? unsent(option) : option));
	return { ...field, send: undefined, ...(options === undefined ? {} : { options }) };
}

function packagesOf({ id, packages, line_items: lines }: IDataObject): string[] {
	const open = listOf(lines).filter((line) => line.package_status !== 'CANCELLED');
	const ids = listOf(packages).map((each) => asText(each.id));
	const found = ids.filter((each) => open.some((line) => line.package_id === each));
	if (found.length > 0) return found;
	throw new InputError(
		`The order ${asText(id)} has no package that could have a document`,
		'An order gets its packages when it waits for shipment, and loses them when it is cancelled.',
		'notFound',
	);
}

async function documentOf(orderId: string, packageId: string, given: Given): Promise<Result> {
	const { context, client, shop, read } = given;
	const { request, action, scopes } = getDocument;
	const { data } = await client.send({
		method: request.method,
		path: request.path,
		pathParameters: { package_id: packageId },
		query: collect(documentFields, read).query,
		shopCipher: shop?.cipher,
		action,
		scopes,
		repeatable: true,
	});
	const field = asText(read(downloadField.name)) || 'data';
	const name = `package-${packageId}`;
	return {
		json: { order_id: orderId, package_id: packageId, ...data },
		binary: await downloadTo(context, asText(data.doc_url), name, field),
	};
}
