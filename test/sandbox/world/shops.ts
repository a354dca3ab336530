import { ids } from './ids';
import { marketOf, type Market } from './markets';
import { Random } from './random';
import type { DeliveryOption, Shop, Warehouse } from './types';

const carriers = ['TT Virtual express', 'Royal Parcel', 'J&T Express', 'Nordic "Fast" Post'];

export const providers = carriers.map((name, index) => ({ id: ids.provider(index), name }));

function warehouse(number: number, index: number, market: Market): Warehouse {
	const place = market.places[index % market.places.length] ?? {
		city: '',
		state: '',
		postalCode: '',
		street: '',
	};
	const person = market.people[index % market.people.length] ?? { first: 'A', last: 'B' };
	const returns = index === 2;
	return {
		id: ids.warehouse(number, index),
		entity_id: ids.warehouse(number, index + 500),
		name: returns ? `${place.city} returns` : `${place.city} ${index + 1}`,
		effect_status: 'ENABLED',
		type: returns ? 'RETURN_WAREHOUSE' : 'SALES_WAREHOUSE',
		sub_type: 'DOMESTIC_WAREHOUSE',
		is_default: index !== 1,
		address: {
			region: market.country,
			state: place.state,
			city: place.city,
			distict: '',
			town: '',
			contact_person: `${person.first} ${person.last}`.trim(),
			first_name: person.first,
			last_name: person.last,
			first_name_local_script: '',
			last_name_local_script: '',
			postal_code: place.postalCode,
			full_address: `${place.street}, ${place.city} ${place.postalCode}, ${market.country}`,
			region_code: market.region,
			phone_number: `${market.phone}4321`,
			address_line1: place.street,
			address_line2: '',
			address_line3: '',
			address_line4: '',
			geolocation: { latitude: '51.5', longitude: '-0.12' },
		},
	};
}

function deliveryOption(number: number, index: number, market: Market): DeliveryOption {
	const bySeller = index === 1;
	return {
		id: ids.deliveryOption(number, index),
		name: bySeller ? 'Shipped by seller' : 'Standard shipping',
		type: bySeller ? 'SEND_BY_SELLER' : 'STANDARD',
		description: bySeller ? 'The seller chooses the carrier' : 'TikTok Shop arranges the carrier',
		shipping: bySeller ? 'SELLER' : 'TIKTOK',
		providers: bySeller ? providers.slice(1) : [],
		dimension_limit: { max_height: 100, max_length: 100, max_width: 100, unit: market.sizeUnit },
		weight_limit: { max_weight: 30_000, min_weight: 1, unit: market.weightUnit },
		platform: market.region === 'ID' ? ['TIKTOK_SHOP', 'TOKOPEDIA'] : ['TIKTOK_SHOP'],
	};
}

export function openShop(seed: number, number: number, region: string): Shop {
	const market = marketOf(region);
	const random = new Random(seed, 'shop', number, region);
	return {
		number,
		id: ids.shop(number),
		name: market.shopName,
		region,
		seller_type: 'LOCAL',
		cipher: `${region === 'US' ? 'GCP' : 'ROW'}_${random.letters(32)}`,
		code: `${region}LC${random.letters(8).toUpperCase()}`,
		market,
		warehouses: [0, 1, 2].map((index) => warehouse(number, index, market)),
		deliveryOptions: [0, 1].map((index) => deliveryOption(number, index, market)),
	};
}
