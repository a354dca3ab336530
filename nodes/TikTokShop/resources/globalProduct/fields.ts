import { InputError } from '../../../shared/errors';
import type { Field } from '../../../shared/fields';
import { isObject } from '../../../shared/http';
import type { Operation } from '../../../shared/operation';
import { listOf as objectsIn } from '../../../shared/simplify';
import { asText } from '../../../shared/text';
import { listOf, locator, text } from '../../commonFields';
import { treeOption, withTree } from '../category/fields';
import {
	brand,
	byName,
	description,
	mainImages,
	productAttributes,
	sizeChart,
	title,
} from '../product/productFields';
import { IMAGE_URI, imageUris } from '../product/skuFields';
import { skusField } from './skus';

export const globalProductLocator = locator({
	displayName: 'Global Product',
	name: 'globalProductId',
	description: 'The global product to work on',
	searchListMethod: 'searchGlobalProducts',
	placeholder: '1729592969712207008',
	send: 'path.global_product_id',
});

/** A value that is the same for everybody, so that nobody is asked for it. */
const fixed = (name: string, send: string, value: string): Field => ({
	displayName: name,
	name,
	type: 'hidden',
	default: value,
	send,
});

const group = (displayName: string, name: string, send: string, values: Field[]): Field => ({
	displayName,
	name,
	type: 'fixedCollection',
	placeholder: `Add ${displayName}`,
	default: {},
	send,
	options: [{ displayName, name: 'value', values }],
});

const category = locator({
	displayName: 'Global Category',
	name: 'categoryId',
	description:
		'Where buyers find the product. Only categories without subcategories hold products; "Recommend a global category" finds one by the title.',
	searchListMethod: 'searchGlobalCategories',
	placeholder: '600001',
	send: 'body.category_id',
});

const weightField = (send: string) =>
	text(
		'Package Weight (Kg)',
		'packageWeight',
		send,
		'Weight of the packed product in kilograms, with a point: 0.5',
		{ required: true, as: 'amount', placeholder: '0.5' },
	);

const side = (displayName: string, name: string) =>
	text(displayName, name, name, `${displayName} of the packed product in whole centimeters`, {
		as: 'amount',
		required: true,
		placeholder: '10',
	});

const dimensions: Field = {
	...group('Package Dimensions (Cm)', 'packageDimensions', 'body.package_dimensions', [
		side('Length', 'length'),
		side('Width', 'width'),
		side('Height', 'height'),
		fixed('unit', 'unit', 'CENTIMETER'),
	]),
	description: 'Size of the packed product, on which shipping costs depend',
};

const certificateFiles = listOf(
	{
		displayName: 'File',
		name: 'file',
		values: [
			text('File ID', 'fileId', 'id', 'The file; "Upload a product file" returns it', {
				as: 'id',
				placeholder: 'v09ea0g40000cj91373c77u3mid3g1s0',
				required: true,
			}),
			text('File Name', 'fileName', 'name', 'Name of the file with its ending', {
				required: true,
				placeholder: 'certificate.pdf',
			}),
			fixed('format', 'format', 'PDF'),
		],
	},
	{
		displayName: 'Files',
		name: 'files',
		send: 'files',
		description: 'The certificate as PDF files',
	},
);

const certifications = listOf(
	{
		displayName: 'Certification',
		name: 'certification',
		values: [
			text(
				'Certification ID',
				'certificationId',
				'id',
				'The kind of certification; "Get global category rules" returns it',
				{ as: 'id', required: true, placeholder: '7182427311584347905' },
			),
			imageUris(
				'Image URIs',
				'images',
				'images',
				'Pictures as "Upload a product image" returned them for Certification Image, separated by commas',
				{ placeholder: IMAGE_URI },
			),
			certificateFiles,
		],
	},
	{
		displayName: 'Certifications',
		name: 'certifications',
		send: 'body.certifications',
		maxCount: 10,
		description: 'Certificates that some categories need',
	},
);

const olderManufacturer: Field = {
	...group('Manufacturer Details (Older)', 'manufacturer', 'body.manufacturer', [
		text('Address', 'address', 'address', 'Address of the manufacturer', {
			required: true,
			placeholder: '10 Earlsfort Terrace, Dublin, Ireland',
		}),
		text('Email', 'email', 'email', 'Email address of the manufacturer', {
			required: true,
			placeholder: 'name@email.com',
		}),
		text('Name', 'name', 'name', 'Name of the manufacturer', {
			required: true,
			placeholder: 'Candle Works Ltd',
		}),
		text('Phone', 'phone', 'phone_number', 'Phone number with the country code', {
			required: true,
			placeholder: '+353 81234567',
		}),
	]),
	description: 'TikTok will drop this. Use "Create a manufacturer" and give its ID instead.',
};

const idList = (displayName: string, name: string, send: string, about: string) =>
	text(displayName, name, send, about, { as: 'ids', placeholder: '66d3cbe4d9c8b09ddca932a7' });

export const manufacturerIds = (target = '') =>
	idList(
		'Manufacturer IDs',
		'manufacturerIds',
		`${target}manufacturer_ids`,
		'Who made it, separated by commas; some categories in the EU ask for it. "Get many manufacturers" returns the IDs.',
	);

export const responsiblePersonIds = (target = '') =>
	idList(
		'Responsible Person IDs',
		'responsiblePersonIds',
		`${target}responsible_person_ids`,
		'Who answers for it in the EU, separated by commas; some categories ask for it. "Get many responsible persons" returns the IDs.',
	);

const additional: Field[] = [
	brand,
	certifications,
	dimensions,
	manufacturerIds('body.'),
	olderManufacturer,
	productAttributes(2000),
	responsiblePersonIds('body.'),
	...sizeChart,
	text(
		'Video ID',
		'videoId',
		'body.video.id',
		'The video of the product; "Upload a product file" returns its ID',
		{ as: 'id', placeholder: 'v09ea0g40000cj91373c77u3mid3g1s0' },
	),
	treeOption('body'),
	text(
		'External Product ID',
		'externalProductId',
		'body.external_global_product_id',
		'The ID of this product in another system of yours',
		{ maxLength: 999, placeholder: '1042' },
	),
];

/** All that a global product is made of, for the operations that send the whole of it. */
export function wholeProduct(purpose: 'create' | 'replace', more: Field[] = []): Field[] {
	return [
		title,
		description,
		category,
		mainImages,
		weightField('body.package_weight.value'),
		fixed('packageWeightUnit', 'body.package_weight.unit', 'KILOGRAM'),
		skusField(purpose),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: byName([...additional, ...more]),
		},
	];
}

/** The same for an update, in which everything can be left out. */
export const changes: Field = {
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: byName([
		...[title, description, category, mainImages].map((field) => ({ ...field, required: false })),
		{
			...group('Package Weight', 'packageWeight', 'body.package_weight', [
				weightField('value'),
				fixed('unit', 'unit', 'KILOGRAM'),
			]),
			description: 'Weight of the packed product',
		},
		skusField('update'),
		...additional,
	]),
};

/** What fields cannot say by themselves: the category tree, whole centimeters, and no price without an amount. */
export const completeProduct: NonNullable<Operation['prepare']> = async (parts, given) => {
	const { body } = parts;
	if (Object.keys(body).length === 0) {
		throw new InputError('There is nothing to change: add at least one of the Update Fields');
	}
	const { package_dimensions: size } = body;
	for (const name of ['length', 'width', 'height']) {
		const value = isObject(size) ? asText(size[name]) : '1';
		if (/^[1-9]\d*$/.test(value)) continue;
		throw new InputError(`Package Dimensions: ${name} must be whole centimeters, not ${value}`);
	}
	for (const sku of objectsIn(body.skus)) {
		if (isObject(sku.price) && sku.price.amount === undefined) delete sku.price;
	}
	if (body.category_id !== undefined) await withTree('body')(parts, given);
};
