import { adviceOn } from './batch';

export const getDiagnosis = adviceOn('/product/202405/products/diagnoses', 200, {
	name: 'Get Diagnosis',
	action: 'Get the diagnosis of a product',
	description:
		'Retrieve what would make a live product better: title, description, images, attributes and size chart',
	doc: 'product-information-issue-diagnosis-202405',
	scopes: ['serller.product.optimize'],
});
