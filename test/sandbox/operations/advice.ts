import { refusal } from '../errors';
import type { JsonObject } from '../json';
import type { Product } from '../world/types';
import { categoriesOf } from '../world/categories';
import { ownProduct } from './products';
import type { Call, Handlers } from './types';

interface Content {
	title: string;
	description: string;
	images: number;
	attributes: number;
}

const contentOf = (product?: Product): Content => ({
	title: product?.title ?? '',
	description: product?.description ?? '',
	images: product?.main_images.length ?? 0,
	attributes: product?.product_attributes.length ?? 0,
});

const seoWords = (title: string) =>
	title
		.split(/\s+/)
		.filter((word) => /^\p{L}{4,}$/u.test(word))
		.map((word) => ({ text: word.toLowerCase() }));

const betterTitle = (title: string) => [{ text: `${title} – handmade, gift wrapped` }];
const betterDescription = () => [{ text: '<p>Made by hand in small batches.</p>' }];

type Suggesting = (field: 'TITLE' | 'DESCRIPTION' | 'IMAGE') => boolean;

function diagnoses({ title, description, images }: Content, suggests: Suggesting): JsonObject[] {
	const found: JsonObject[] = [];
	const add = (field: string, code: string, how_to_solve: string, suggestion: JsonObject) =>
		found.push({
			field,
			diagnosis_results: [{ code, how_to_solve, quality_tier: 'FAIR' }],
			suggestion,
		});
	if (title.length < 40) {
		add('TITLE', 'TITLE_LESS_THAN_40_CHARACTERS', 'Write at least 40 characters.', {
			seo_words: seoWords(title),
			...(suggests('TITLE') ? { smart_texts: betterTitle(title) } : {}),
		});
	}
	if (description.length < 80) {
		add('DESCRIPTION', 'DESCRIPTION_CHARACTERS_LESS_THAN_80_CHARS', 'Write more.', {
			...(suggests('DESCRIPTION') ? { smart_texts: betterDescription() } : {}),
		});
	}
	if (images < 5) add('IMAGE', 'IMAGE_LESS_THAN_5', 'Add pictures, five at least.', {});
	return found;
}

/** The tier is for the United States only. */
function quality({ home }: Call, found: JsonObject[]): JsonObject {
	if (home.shop.region !== 'US') return {};
	const current_tier = ['GOOD', 'FAIR'][found.length] ?? 'POOR';
	return { listing_quality: { current_tier, remaining_recommendations: found.length } };
}

/** For each product asked for; all of them have to be live. */
function ofLive(most: number, tell: (call: Call, product: Product) => JsonObject) {
	return (call: Call): JsonObject => {
		const asked = call.query.product_ids as string[];
		if (asked.length > most) {
			throw refusal(12019120, 'The number of provided product IDs exceeds the limit.');
		}
		const live = asked.map((id) => {
			const product = call.home.products.get(id);
			if (!product) throw refusal(12052260, 'The product ID does not exist');
			return product;
		});
		return {
			products: live
				.filter(({ status }) => status === 'ACTIVATE')
				.map((product) => ({ id: product.id, ...tell(call, product) })),
		};
	};
}

function diagnose(call: Call): JsonObject {
	const { body, home } = call;
	const { product_id: id, category_id: category, optimization_fields: wanted = ['NONE'] } = body;
	const tree = home.shop.region === 'US' ? 'v2' : 'v1';
	if (!categoriesOf(tree).some((each) => each.id === category && each.is_leaf)) {
		throw refusal(12052230, 'The specified category ID is not a leaf category.');
	}
	const product =
		typeof id === 'string' ? ownProduct({ ...call, home, path: { product_id: id } }) : undefined;
	const known = contentOf(product);
	const content: Content = {
		title: typeof body.title === 'string' ? body.title : known.title,
		description: typeof body.description === 'string' ? body.description : known.description,
		images: Array.isArray(body.main_images) ? body.main_images.length : known.images,
		attributes: Array.isArray(body.product_attributes)
			? body.product_attributes.length
			: known.attributes,
	};
	const fields = wanted as string[];
	const found = diagnoses(content, (field) => fields.includes(field) || fields.includes('ALL'));
	return { ...quality(call, found), diagnoses: found };
}

export const advice: Handlers = {
	'products.diagnose-and-optimize-product': diagnose,
	'products.product-information-issue-diagnosis': ofLive(200, (call, product) => {
		const found = diagnoses(contentOf(product), () => true);
		return { ...quality(call, found), diagnoses: found };
	}),
	'products.get-products-seo-words': ofLive(20, (_call, { title }) => ({
		seo_words: seoWords(title),
	})),
	'products.get-recommended-product-title-and-description': ofLive(20, (_call, { title }) => ({
		suggestions: [
			{ field: 'TITLE', items: betterTitle(title) },
			{ field: 'DESCRIPTION', items: betterDescription() },
		],
	})),
};
