import { parameterError, refusal } from '../errors';
import { isObject, type JsonObject } from '../json';
import { project } from '../project';
import {
	programmeOf,
	type Application,
	type Conversation,
	type Creator,
	type Message,
	type OpenCollaboration,
	type Programme,
	type TargetCollaboration,
} from '../world/affiliate';
import { minorUnits, money } from '../world/money';
import type { Product } from '../world/types';
import { pageAnswer, searchPage, sortOrder } from './searching';
import type { Call, Handlers } from './types';

const DAY = 86_400;

const WEEK = 7 * DAY;

const bad = ({ operation }: Call, what: string) => parameterError(operation.errorCodes, what);

const text = (value: unknown) => (typeof value === 'string' ? value : '');

const contains = (whole: string, part: unknown) =>
	part === undefined || whole.toLowerCase().includes(text(part).toLowerCase());

const same = (own: string, asked: unknown) => asked === undefined || own === asked;

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

function liveProduct(call: Call, id: unknown): Product {
	const product = call.home.products.get(text(id));
	if (product?.status === 'ACTIVATE') return product;
	throw refusal(16003035, 'One or more of the products are currently restricted by the platform.');
}

function creatorOf(call: Call, openId: unknown): Creator {
	const creator = programmeOf(call.home).creator(openId);
	if (creator) return creator;
	throw refusal(16030001, 'The creator has been cleared.');
}

function openOf(call: Call, productId: unknown): OpenCollaboration {
	const found = programmeOf(call.home).open.get(text(productId));
	if (found) return found;
	throw bad(call, 'product_id is in no open collaboration');
}

function targetOf(call: Call): TargetCollaboration {
	const found = programmeOf(call.home).targets.get(call.path.target_collaboration_id ?? '');
	if (found) return found;
	throw refusal(50001700, 'The seller cannot access this target collaboration.');
}

function conversationOf(call: Call, id = call.path.conversation_id ?? ''): Conversation {
	const found = programmeOf(call.home).conversations.get(id);
	if (found) return found;
	throw refusal(16032001, 'Invalid parameter Creator and Seller.');
}

function applicationOf(call: Call): Application {
	const found = programmeOf(call.home).applications.get(call.path.application_id ?? '');
	if (found) return found;
	throw refusal(16022020, 'The seller has no permission to operate this sample request.');
}

/** What the SKUs of a product cost, from and to. */
function prices({ skus }: Product) {
	const amounts = skus.map(({ price }) => price.sale_price).sort((a, b) => Number(a) - Number(b));
	return {
		currency: skus[0]?.price.currency ?? '',
		minimum_amount: amounts[0] ?? '0',
		maximum_amount: amounts.at(-1) ?? '0',
	};
}

const stockOf = ({ skus }: Product) =>
	skus.flatMap(({ inventory }) => inventory).reduce((sum, { quantity }) => sum + quantity, 0);

const picture = ({ main_images: [first] }: Product) => first?.urls[0] ?? '';

const avatarOf = ({ username }: Creator) => `https://p16.example.com/avatars/${username}.webp`;

function showOpen({ id, product, rate, startedAt, creators }: OpenCollaboration) {
	return {
		id,
		status: 'NORMAL',
		current_commission: { rate, start_time: startedAt, end_time: startedAt + 365 * DAY },
		showcase_creator_count: creators.size,
		content_creator_count: Math.min(creators.size, 1),
		product: {
			id: product.id,
			title: product.title,
			main_image_url: picture(product),
			status: 'LIVE',
			inventory: stockOf(product),
			original_price: prices(product),
		},
	};
}

function searchOpen(call: Call): JsonObject {
	const { body, query } = call;
	if ((body.keyword === undefined) !== (body.keyword_type === undefined)) {
		throw bad(call, 'keyword and keyword_type belong together');
	}
	const fits = ({ product }: OpenCollaboration) =>
		body.keyword_type === 'PRODUCT_ID'
			? same(product.id, body.keyword)
			: contains(product.title, body.keyword);
	const inCategory = ({ product }: OpenCollaboration) =>
		same(product.category_chains[0]?.id ?? '', body.top_level_category_id);
	const byPrice = query.sort_field === 'product_original_price';
	const value = (each: OpenCollaboration) =>
		byPrice ? Number(prices(each.product).minimum_amount) : each.startedAt;
	const rows = [...programmeOf(call.home).open.values()]
		.filter((each) => fits(each) && inCategory(each))
		.sort((a, b) => value(a) - value(b) || byId(a, b));
	const found = searchPage(call, rows, {
		value,
		id: ({ id }) => id,
		order: sortOrder(call),
		defaultSize: 20,
	});
	return pageAnswer(call, found, 'open_collaborations', showOpen);
}

function createOpen(call: Call): JsonObject {
	const { body, home, sandbox } = call;
	const product = liveProduct(call, body.product_id);
	const programme = programmeOf(home);
	if (programme.open.has(product.id)) {
		throw refusal(16003012, 'An open collaboration containing this product already exists.');
	}
	const now = sandbox.clock.seconds();
	const { id } = programme.openFor(product, Number(body.commission_rate), now);
	return { open_collaboration: { id, product_id: product.id, effective_time: now } };
}

function removeFromOpen(call: Call): JsonObject {
	const { body, path } = call;
	const found = openOf(call, body.product_id);
	const { openId } = creatorOf(call, body.creator_user_open_id);
	if (found.id !== path.open_collaboration_id) throw bad(call, 'open_collaboration_id is unknown');
	found.creators.delete(openId);
	return {};
}

function creatorContent(call: Call): JsonObject {
	const { product, creators, startedAt } = openOf(call, call.query.product_id);
	const programme = programmeOf(call.home);
	const rows = programme.creators.filter(({ openId }) => creators.has(openId));
	const found = searchPage(call, rows, {
		value: (each) => programme.creators.indexOf(each),
		id: ({ openId }) => openId,
		order: 'ASC',
		defaultSize: 20,
	});
	const answer = pageAnswer(call, found, 'creator_content_details', (creator) => ({
		creator_profile: {
			username: creator.username,
			nickname: creator.nickname,
			follower_count: creator.followers,
			avatar: { url: avatarOf(creator) },
			creator_open_id: creator.openId,
		},
		video_count: creator.unitsSold % 9,
		live_count: creator.unitsSold % 3,
		promotion_status: 'NORMAL',
		promotion_end_time: startedAt + 365 * DAY,
	}));
	return { ...answer, product: { id: product.id, image_url: picture(product) } };
}

function editSampleRule(call: Call): JsonObject {
	const { body } = call;
	const found = openOf(call, body.product_id);
	const asked = isObject(body.sample_rule) ? body.sample_rule : {};
	const { activate_status: status, ...rule } = asked;
	if (status !== 'ACTIVATE') {
		if (found.rule) found.rule.status = 'ENDED';
		return {};
	}
	const { start_time, end_time, is_sample_time_unlimited: unlimited, sample_quota: quota } = rule;
	if (quota === undefined) throw bad(call, 'the rule is required to activate it');
	if (unlimited === false && (start_time === undefined || end_time === undefined)) {
		throw bad(call, 'start_time and end_time are required');
	}
	found.rule = {
		...rule,
		product_id: found.product.id,
		sample_quota: Number(quota),
		available_quantity: Number(quota),
		is_sample_time_unlimited: unlimited !== false,
		status: 'ONGOING',
	};
	return {};
}

function marketplaceProducts(call: Call): JsonObject {
	const { body, home, query } = call;
	const words = (body.title_keywords ?? []) as string[];
	const price = (body.sales_price_range ?? {}) as { amount_ge?: string; amount_lt?: string };
	const rate = (body.commission_rate_range ?? {}) as { rate_ge?: number; rate_lt?: number };
	const category = isObject(body.category) ? body.category.id : undefined;
	const { decimals } = home.shop.market;
	const commission = (each: OpenCollaboration) =>
		((minorUnits(prices(each.product).minimum_amount, decimals) ?? 0) * each.rate) / 10_000;
	const values: Record<string, (each: OpenCollaboration) => number> = {
		commission,
		commission_rate: (each) => each.rate,
		product_sales_price: (each) => Number(prices(each.product).minimum_amount),
		units_sold: ({ product }) => product.title.length,
	};
	const field = text(query.sort_field) || 'commission_rate';
	const value = Object.hasOwn(values, field) ? values[field] : undefined;
	if (value === undefined) throw bad(call, 'sort_field is unknown');
	const rows = [...programmeOf(home).open.values()]
		.filter(({ product, rate: own }) => {
			const amount = Number(prices(product).minimum_amount);
			return (
				words.every((word) => contains(product.title, word)) &&
				amount >= Number(price.amount_ge ?? 0) &&
				amount < Number(price.amount_lt ?? Infinity) &&
				own >= (rate.rate_ge ?? 0) &&
				own < (rate.rate_lt ?? Infinity) &&
				same(product.category_chains[0]?.id ?? '', category)
			);
		})
		.sort((a, b) => value(a) - value(b) || byId(a, b));
	const order = query.sort_order === 'DESC' ? 'DESC' : 'ASC';
	const found = searchPage(call, rows, { value, id: ({ id }) => id, order, defaultSize: 20 });
	return pageAnswer(call, found, 'products', (each) => ({
		shop: { name: home.shop.name },
		id: each.product.id,
		has_inventory: stockOf(each.product) > 0,
		units_sold: each.product.title.length,
		title: each.product.title,
		sale_region: home.shop.region,
		main_image_url: picture(each.product),
		detail_link: `https://shop.tiktok.com/view/product/${each.product.id}`,
		original_price: prices(each.product),
		category_chains: each.product.category_chains,
		commission: {
			rate: each.rate,
			currency: home.shop.market.currency,
			amount: money(Math.floor(commission(each)), decimals),
		},
		sales_price: prices(each.product),
	}));
}

interface Invitation {
	name: string;
	message?: string;
	end_time: string;
	products: Array<Record<string, unknown> & { id: string }>;
	creator_user_open_ids: string[];
	seller_contact_info: { email: string };
	free_sample_rule: { has_free_sample: boolean; is_sample_approval_exempt: boolean };
}

/** Checks an invitation and gives it the form it is kept in. */
function invitation(call: Call, names: { rate: string; ads: string }) {
	const asked = call.body as unknown as Invitation;
	const now = call.sandbox.clock.seconds();
	if (!/^\d{10}$/.test(asked.end_time) || Number(asked.end_time) <= now) {
		throw refusal(98001004, 'invalid params: end_time');
	}
	if (asked.products.some(({ id }) => !call.home.products.has(id))) {
		throw refusal(16024008, 'There are products that do not belong to this merchant.');
	}
	const programme = programmeOf(call.home);
	if (asked.creator_user_open_ids.some((openId) => !programme.creator(openId))) {
		throw refusal(50001702, 'Your invitation target contains an unavailable creator or product.');
	}
	return {
		name: asked.name,
		end_time: Number(asked.end_time),
		update_time: now,
		email: asked.seller_contact_info.email,
		hasSample: asked.free_sample_rule.has_free_sample,
		isExempt: asked.free_sample_rule.is_sample_approval_exempt,
		products: asked.products.map((product) => ({
			id: product.id,
			rate: Number(product[names.rate]),
			adsRate: Number(product[names.ads] ?? 0),
		})),
		creators: [...asked.creator_user_open_ids],
	};
}

/** Pairs of creator and product that another invitation has already. */
function conflicts(
	programme: Programme,
	{ creators, products }: TargetCollaboration,
): JsonObject[] {
	return [...programme.targets.values()].flatMap((other) =>
		creators.flatMap((creator_user_open_id) =>
			products
				.filter(({ id }) => other.creators.includes(creator_user_open_id) && has(other, id))
				.map(({ id }) => ({ creator_user_open_id, product_id: id })),
		),
	);
}

const has = ({ products }: TargetCollaboration, id: string) =>
	products.some((product) => product.id === id);

function createTarget(call: Call): JsonObject {
	const programme = programmeOf(call.home);
	const names = { rate: 'target_commission_rate', ads: 'shop_ads_commission_rate' };
	const made: TargetCollaboration = {
		id: programme.nextId('7365'),
		message: text(call.body.message),
		start_time: call.sandbox.clock.seconds(),
		...invitation(call, names),
	};
	const found = conflicts(programme, made);
	if (found.length === made.creators.length * made.products.length) {
		throw refusal(16024022, 'This invitation has exist creator and product.');
	}
	programme.targets.set(made.id, made);
	const answer: JsonObject = { target_collaboration: { id: made.id } };
	if (found.length > 0) answer.target_collaboration_conflicts = found;
	return answer;
}

function updateTarget(call: Call): JsonObject {
	const names = { rate: 'commission_rate', ads: 'target_ad_commission_rate' };
	const found = targetOf(call);
	if (found.end_time <= call.sandbox.clock.seconds()) {
		throw refusal(50001701, 'The target collaboration has expired.');
	}
	const wanted = invitation(call, names);
	const isLive = ({ id }: { id: string }) => call.home.products.get(id)?.status === 'ACTIVATE';
	Object.assign(found, { ...wanted, products: wanted.products.filter(isLive) });
	const refused = wanted.products.find((product) => !isLive(product));
	if (refused === undefined) return {};
	return { update_failed: { add_products: { id: refused.id, commission_rate: refused.rate } } };
}

const counts = ({ creators, products }: TargetCollaboration) => ({
	showcase_creator_count: Math.min(1, creators.length),
	content_creator_count: 0,
	product_count: products.length,
});

const sampleRuleOf = ({ hasSample, isExempt }: TargetCollaboration) => ({
	has_free_sample: hasSample,
	is_sample_approval_exempt: isExempt,
});

function targetDetail(call: Call): JsonObject {
	const found = targetOf(call);
	const programme = programmeOf(call.home);
	const detail = {
		...found,
		...counts(found),
		type: 'STANDARD',
		seller_contact_info: { email: found.email },
		creator_invited_count: found.creators.length,
		free_sample_rule: sampleRuleOf(found),
		products: found.products.flatMap(({ id, rate, adsRate }) => {
			const product = call.home.products.get(id);
			if (!product) return [];
			return [
				{
					id,
					title: product.title,
					main_image_url: picture(product),
					original_price: prices(product),
					commission: { rate, shop_ads_commission_rate: adsRate, ...prices(product) },
					status: 'LIVE',
					commission_effective_status: 'EFFECTIVE',
					collaboration_status: 'ONGOING',
				},
			];
		}),
		creators: found.creators.flatMap((openId) => {
			const creator = programme.creator(openId);
			if (!creator) return [];
			return [
				{
					username: creator.username,
					nickname: creator.nickname,
					avatar: { url: avatarOf(creator) },
					selection_region: call.home.shop.region,
					showcase_product_count: 1,
					content_product_count: 0,
					collaboration_status: 'INVITED',
					product_effective_status: 'EFFECTIVE',
					creator_open_id: openId,
				},
			];
		}),
	};
	const fields = call.operation.response?.target_collaboration?.fields;
	return { target_collaboration: project(fields, detail) };
}

function searchTargets(call: Call): JsonObject {
	const { body, home } = call;
	const now = call.sandbox.clock.seconds();
	const left = ({ end_time }: TargetCollaboration) => end_time - now;
	const states: Record<string, (each: TargetCollaboration) => boolean> = {
		ONGOING: (each) => left(each) > WEEK,
		EXPIRING: (each) => left(each) > 0 && left(each) <= WEEK,
		VALID: (each) => left(each) > 0,
		COMPLETED: (each) => left(each) <= 0,
	};
	const inState = states[text(body.collaboration_status)] ?? (() => false);
	const search = isObject(body.search_param) ? body.search_param : {};
	const title = (id: string) => home.products.get(id)?.title ?? '';
	const searches: Record<string, (each: TargetCollaboration) => boolean> = {
		PRODUCT_ID: (each) => has(each, text(search.keyword)),
		PRODUCT_NAME: ({ products }) => products.some(({ id }) => contains(title(id), search.keyword)),
		TARGET_COLLABORATION_ID: ({ id }) => id === search.keyword,
		TARGET_COLLABORATION_NAME: ({ name }) => contains(name, search.keyword),
	};
	const fits = searches[text(search.keyword_type)] ?? (() => true);
	const rows = [...programmeOf(home).targets.values()]
		.filter(
			(each) =>
				inState(each) &&
				fits(each) &&
				(body.free_sample_setting !== 'WITH_FREE_SAMPLE' || each.hasSample) &&
				(body.creator_user_open_id === undefined ||
					each.creators.includes(text(body.creator_user_open_id))),
		)
		.sort((a, b) => a.update_time - b.update_time || byId(a, b));
	const found = searchPage(call, rows, {
		value: ({ update_time }) => update_time,
		id: ({ id }) => id,
		order: 'DESC',
		defaultSize: 20,
	});
	return pageAnswer(call, found, 'target_collaborations', (each) => ({
		...each,
		...counts(each),
		type: 'STANDARD',
		creator_inivited_count: each.creators.length,
		free_sample_rule: sampleRuleOf(each),
	}));
}

const GMV: Record<string, [number, number]> = {
	GMV_RANGE_0_100: [0, 100],
	GMV_RANGE_100_1000: [100, 1_000],
	GMV_RANGE_1000_10000: [1_000, 10_000],
	GMV_RANGE_10000_AND_ABOVE: [10_000, Infinity],
};

const UNITS: Record<string, [number, number]> = {
	UNITS_SOLD_RANGE_0_10: [0, 10],
	UNITS_SOLD_RANGE_10_100: [10, 100],
	UNITS_SOLD_RANGE_100_1000: [100, 1_000],
	UNITS_SOLD_RANGE_1000_AND_ABOVE: [1_000, Infinity],
};

function within(call: Call, name: string, ranges: Record<string, [number, number]>, value: number) {
	const wanted = (call.body[name] ?? []) as string[];
	if (wanted.some((range) => !Object.hasOwn(ranges, range))) throw bad(call, `${name} is unknown`);
	return (
		wanted.length === 0 ||
		wanted.some((range) => {
			const [low, high] = ranges[range] ?? [0, 0];
			return value >= low && value <= high;
		})
	);
}

interface Demographics {
	age_ranges?: string[];
	count_range?: { count_ge?: number; count_le?: number };
	gender_distribution?: { gender?: string; percentage_ge?: number };
}

/** The share of the larger gender among the followers. */
const MAJORITY = 6_000;

function marketplaceCreators(call: Call): JsonObject {
	const { body, query, home } = call;
	const { search_key: given, ...filters } = body;
	const key = Buffer.from(JSON.stringify(filters)).toString('base64').slice(0, 44);
	if (given !== undefined && given !== key) throw bad(call, 'search_key is of another search');
	const demographics = (body.follower_demographics ?? {}) as Demographics;
	const { count_ge = 0, count_le = Infinity } = demographics.count_range ?? {};
	const { gender, percentage_ge = 0 } = demographics.gender_distribution ?? {};
	const programme = programmeOf(home);
	const rows = programme.creators.filter(
		(each) =>
			contains(`${each.username} ${each.nickname}`, body.keyword) &&
			each.followers >= count_ge &&
			each.followers <= count_le &&
			same(each.gender, gender) &&
			percentage_ge <= MAJORITY &&
			(demographics.age_ranges ?? [each.ageRange]).includes(each.ageRange) &&
			within(call, 'gmv_ranges', GMV, each.gmv) &&
			within(call, 'units_sold_ranges', UNITS, each.unitsSold),
	);
	// The key is of the same search on all pages, but not part of the filters.
	const found = searchPage({ ...call, home, body: filters, query }, rows, {
		value: (each) => programme.creators.indexOf(each),
		id: ({ openId }) => openId,
		order: 'ASC',
		defaultSize: 12,
	});
	const answer = pageAnswer(call, found, 'creators', (each) => ({
		...performance(call, each),
		avg_ec_live_uv: each.followers % 1_000,
		avg_ec_video_view_count: each.followers % 3_000,
		top_follower_demographics: {
			age_ranges: [each.ageRange],
			major_gender: { gender: each.gender, percentage: MAJORITY },
		},
		creator_open_id: each.openId,
	}));
	return { ...answer, search_key: key };
}

function performance({ home }: Call, creator: Creator) {
	const { currency, decimals, region } = home.shop.market;
	const sold = (part: number) => ({
		currency,
		amount: money(Math.floor(creator.gmv * part * 10 ** decimals), decimals),
	});
	return {
		username: creator.username,
		nickname: creator.nickname,
		avatar: { url: avatarOf(creator) },
		selection_region: region,
		bio_description: `${creator.nickname}, daily`,
		follower_count: creator.followers,
		category_ids: ['600001'],
		units_sold: creator.unitsSold,
		gmv: sold(1),
		video_gmv: sold(0.75),
		live_gmv: sold(0.25),
		promoted_product_num: creator.unitsSold % 20,
		avg_commission_rate: 1_200,
		rating: '4.7',
	};
}

const SHIP_DAYS = 3;

function searchApplications(call: Call): JsonObject {
	const { body, home } = call;
	const rows = [...programmeOf(home).applications.values()]
		.filter(
			({ product, creator, orderId, status }) =>
				same(product.id, body.product_id) &&
				contains(product.title, body.title) &&
				same(creator.openId, body.creator_user_oepn_id) &&
				contains(creator.username, body.username) &&
				same(orderId, body.order_id) &&
				same(status, body.status) &&
				body.target_collabration_id === undefined,
		)
		.sort((a, b) => a.createdAt - b.createdAt || byId(a, b));
	const found = searchPage(call, rows, {
		value: ({ createdAt }) => createdAt,
		id: ({ id }) => id,
		order: 'DESC',
		defaultSize: 20,
	});
	const { currency } = home.shop.market;
	return pageAnswer(call, found, 'sample_applications', ({ product, creator, ...each }) => ({
		id: each.id,
		status: each.status,
		order_id: each.orderId,
		commission_rate: '0.1',
		available_quantity: stockOf(product),
		approve_expiration_time: each.createdAt + WEEK,
		shipment_expiration_time: each.createdAt + WEEK + SHIP_DAYS * DAY,
		fulfillment_status: 'PENDING',
		is_approvable: each.status === 'PENDING',
		creator: {
			creator_open_id: creator.openId,
			username: creator.username,
			nickname: creator.nickname,
			follower_count: creator.followers,
			avatar_url: avatarOf(creator),
			gmv: { amount: `${creator.gmv}`, currency },
			content_count: 4,
			fulfillment_percentage: '60.50',
		},
		product: {
			id: product.id,
			title: product.title,
			sku_id: product.skus[0]?.id ?? '',
			sku_image_url: picture(product),
			sku_name: product.skus[0]?.seller_sku ?? '',
		},
	}));
}

function review(call: Call): JsonObject {
	const { review_result: result, reject_reason: reason } = call.body;
	const found = applicationOf(call);
	if (found.status !== 'PENDING') throw bad(call, 'the application was reviewed before');
	if ((result === 'REJECT') !== (reason !== undefined)) {
		throw bad(call, 'reject_reason belongs to REJECT');
	}
	if (result === 'APPROVE') {
		const order = call.home.orders.place(call.sandbox.clock.seconds(), 'AWAITING_SHIPMENT');
		order.is_sample_order = true;
		Object.assign(found, { status: 'AWAITING_SHIPMENT', orderId: order.id });
		call.sandbox.world.tellOrder(call.home, order);
	} else {
		Object.assign(found, { status: 'REJECT_CANCELLED', rejectReason: reason });
	}
	return {};
}

function applicationContent(call: Call): JsonObject {
	const { id, product, createdAt } = applicationOf(call);
	const made = ['VIDEO', 'LIVE'].filter((format) => same(format, call.body.content_format));
	return {
		fulfillments: made.map((format, index) => ({
			product: { id: product.id, main_image_url: picture(product) },
			content: {
				id: `${id.slice(0, -1)}${index}`,
				format,
				url: `https://www.tiktok.com/video/${id}`,
				view_count: 1_200,
				like_count: 130,
				comment_count: 12,
				paid_order_count: 3,
				description: 'Look at this',
				create_time: createdAt + WEEK,
			},
		})),
	};
}

function searchOrders(call: Call): JsonObject {
	const { body, home, sandbox } = call;
	const programme = programmeOf(home);
	const { create_time_ge: from = 0, create_time_lt: before = sandbox.clock.seconds() } = body;
	const program = ({ index }: { index: number }) =>
		[...programme.open.values()][index % 7]?.id ?? '';
	const rows = home.orders
		.ascending('create_time')
		.filter(
			(row) =>
				row.index % 3 === 0 &&
				row.create_time >= Number(from) &&
				row.create_time < Number(before) &&
				same(program(row), body.program_id),
		);
	const found = searchPage(call, [...rows], {
		value: ({ create_time }) => create_time,
		id: ({ id }) => id,
		order: 'DESC',
		defaultSize: 20,
	});
	return pageAnswer(call, found, 'orders', (row) => {
		const creator = programme.creators[row.index % CREATORS_WITH_ORDERS];
		const { line_items: lines, delivery_time } = home.orders.fill(row);
		return {
			id: row.id,
			status: row.status,
			create_time: row.create_time,
			delivery_time,
			skus: lines.map((line) => ({
				open_collaboration_id: program(row),
				creator_username: creator?.username ?? '',
				price: { amount: line.sale_price, currency: line.currency },
				quantity: 1,
				content_type: 'VIDEO',
				content_id: programme.creators[0]?.imId ?? '',
				product_id: line.product_id,
				commission_rate: '1000',
				estimated_paid_commission: {
					amount: (Number(line.sale_price) / 10).toFixed(2),
					currency: line.currency,
				},
				refunded_quantity: 0,
				returned_quantity: 0,
			})),
		};
	});
}

const CREATORS_WITH_ORDERS = 9;

const showConversation = (only: boolean, { id, creator, unread }: Conversation) =>
	only
		? { id }
		: {
				id,
				unread_count: unread,
				username: creator.username,
				avatar: avatarOf(creator),
				creator_im_id: creator.imId,
			};

function conversations(call: Call): JsonObject {
	const { query, home } = call;
	const states: Record<string, (each: Conversation) => boolean> = {
		UNREAD: ({ unread }) => unread > 0,
		UNREPLIED: ({ messages, creator }) => messages.at(-1)?.sender_id === creator.imId,
	};
	const inState = states[text(query.conversation_status)] ?? (() => true);
	const rows = [...programmeOf(home).conversations.values()].filter(inState).sort(byId);
	const found = searchPage(call, rows, {
		value: ({ id }) => Number(id.slice(-9)),
		id: ({ id }) => id,
		order: 'DESC',
		defaultSize: 20,
	});
	const only = query.only_need_conversation_id !== false;
	const answer = pageAnswer(call, found, 'conversations', (each) => showConversation(only, each));
	return { ...answer, has_more: found.next !== '' };
}

function createConversation(call: Call): JsonObject {
	const { body, home } = call;
	const creator = creatorOf(call, body.creator_open_id);
	const programme = programmeOf(home);
	const known = [...programme.conversations.values()].find((each) => each.creator === creator);
	const { id, ...rest } = showConversation(
		body.only_need_conversation_id !== false,
		known ?? programme.conversationWith(creator),
	);
	return project(call.operation.response, {
		...rest,
		conversation_id: id,
		is_new: known === undefined,
	});
}

function messagesOf(call: Call): JsonObject {
	const { id, messages } = conversationOf(call);
	const found = searchPage(call, [...messages].sort(byId), {
		value: (each) => Number(each.id.slice(-9)),
		id: (each) => each.id,
		order: 'DESC',
		defaultSize: 20,
	});
	const answer = pageAnswer(call, found, 'messages', (message: Message) => ({
		conversation_index: `${message.create_time}000`,
		message_body: { ...message, conversation_id: id },
	}));
	return { ...answer, has_more: found.next !== '' };
}

/** The keys that the content of each kind of message needs. */
const CONTENT: Record<string, string[]> = {
	TEXT: ['content'],
	PRODUCT_CARD: ['product_id'],
	TARGET_COLLABORATION_CARD: ['target_collaboration_id'],
	FREE_SAMPLE_CARD: ['apply_id'],
	IMAGE: ['url', 'width', 'height'],
};

function sendMessage(call: Call): JsonObject {
	const conversation = conversationOf(call);
	const type = text(call.body.msg_type);
	let content: unknown;
	try {
		content = JSON.parse(text(call.body.content));
	} catch {
		throw bad(call, 'content is not JSON');
	}
	const keys = CONTENT[type] ?? [];
	if (!isObject(content) || keys.join() !== Object.keys(content).join()) {
		throw bad(call, `content of ${type} must have ${keys.join(', ')}`);
	}
	const now = call.sandbox.clock.seconds();
	const { shop } = call.home;
	const made = programmeOf(call.home).say(conversation, shop.id, type, content, now);
	return { message_id: made.id };
}

function markRead(call: Call): JsonObject {
	const { conversations: known } = programmeOf(call.home);
	const failed: string[] = [];
	for (const id of call.body.conversation_ids as string[]) {
		const found = known.get(id);
		if (found) found.unread = 0;
		else failed.push(id);
	}
	return failed.length > 0 ? { failed_conversation_ids: failed } : {};
}

function unreadMessages({ home }: Call): JsonObject {
	const unread = [...programmeOf(home).conversations.values()].filter((each) => each.unread > 0);
	return {
		newest_message_list: unread.slice(0, 5).flatMap(({ id, unread: count, messages }) => {
			const last = messages.at(-1);
			if (!last) return [];
			return [
				{
					conversation_id: id,
					content: last.content,
					type: last.type,
					sender_id: last.sender_id,
					unread_message_count: count,
				},
			];
		}),
	};
}

const PICTURES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];

function uploadImage(call: Call): JsonObject {
	const file = call.files?.data;
	if (file === undefined || !PICTURES.includes(file.type)) throw bad(call, 'data is no picture');
	const url = `https://p16.example.com/messages/${file.data.length}`;
	return { url, width: 1_280, height: 720 };
}

export const affiliate: Handlers = {
	'affiliate-seller.create-conversation-with-creator': createConversation,
	'affiliate-seller.create-open-collaboration': createOpen,
	'affiliate-seller.create-target-collaboration': createTarget,
	'affiliate-seller.edit-open-collaboration-sample-rule': editSampleRule,
	'affiliate-seller.edit-open-collaboration-settings': ({ home, body }) => {
		const asked = body.auto_add_product as Programme['settings'] | undefined;
		if (asked) programmeOf(home).settings = { ...asked };
		return {};
	},
	'affiliate-seller.generate-affiliate-product-promotion-link': (call) => {
		const { id } = openOf(call, call.path.product_id);
		return { product_promotion_link: `https://affiliate.tiktok.com/api/v1/share/${id}` };
	},
	'affiliate-seller.generate-target-collaboration-link': (call) => {
		const { id } = targetOf(call);
		return { link: `https://affiliate.tiktok.com/invitation_group/share/${id}` };
	},
	'affiliate-seller.get-conversation-list': conversations,
	'affiliate-seller.get-latest-unread-messages': unreadMessages,
	'affiliate-seller.get-marketplace-creator-performance': (call) => {
		const creator = programmeOf(call.home).creator(call.path.creator_user_id);
		if (!creator) throw refusal(16901005, 'This creator has no e-commerce permission.');
		const fields = call.operation.response?.creator?.fields;
		return { creator: project(fields, performance(call, creator)) };
	},
	'affiliate-seller.get-message-in-the-conversation': messagesOf,
	'affiliate-seller.get-open-collaboration-creator-content-detail': creatorContent,
	'affiliate-seller.get-open-collaboration-sample-rules': ({ home, query, operation }) => {
		const { open } = programmeOf(home);
		const rules = (query.product_ids as string[]).flatMap((id) => open.get(id)?.rule ?? []);
		const fields = operation.response?.sample_rules?.fields;
		return rules.length > 0 ? { sample_rules: rules.map((rule) => project(fields, rule)) } : {};
	},
	'affiliate-seller.get-open-collaboration-settings': ({ home }) => ({
		open_collaboration_settings: { auto_add_product: { ...programmeOf(home).settings } },
	}),
	'affiliate-seller.mark-conversation-read': markRead,
	'affiliate-seller.query-target-collaboration-detail': targetDetail,
	'affiliate-seller.remove-creator-from-open-collaboration': removeFromOpen,
	'affiliate-seller.remove-target-collaboration': (call) => {
		programmeOf(call.home).targets.delete(targetOf(call).id);
		return {};
	},
	'affiliate-seller.search-open-collaboration': searchOpen,
	'affiliate-seller.search-seller-affiliate-orders': searchOrders,
	'affiliate-seller.search-target-collaborations': searchTargets,
	'affiliate-seller.seller-review-sample-applications': review,
	'affiliate-seller.seller-search-affiliate-open-collaboration-product': marketplaceProducts,
	'affiliate-seller.seller-search-creator-on-marketplace': marketplaceCreators,
	'affiliate-seller.seller-search-sample-applications': searchApplications,
	'affiliate-seller.seller-search-sample-applications-fulfillments': applicationContent,
	'affiliate-seller.send-im-message': sendMessage,
	'affiliate-seller.update-target-collaboration': updateTarget,
	'affiliate-seller.upload-message-image': uploadImage,
};
