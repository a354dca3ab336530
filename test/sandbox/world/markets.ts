export interface Market {
	region: string;
	country: string;
	currency: string;
	/** Digits after the decimal point. */
	decimals: number;
	locale: string;
	/** A typical price in the currency's smallest unit. */
	price: number;
	shopName: string;
	people: Array<{ first: string; last: string; kana?: [string, string] }>;
	places: Array<{ city: string; state: string; postalCode: string; street: string }>;
	phone: string;
	sizeUnit: 'CM' | 'INCH';
	weightUnit: 'GRAM' | 'POUND';
}

const english = [
	{ first: 'Amelia', last: "O'Connor" },
	{ first: 'Zoë', last: 'Smith-Jones' },
	{ first: 'Jean "JJ"', last: 'Baptiste' },
	{ first: 'Tom', last: '<b>Bold</b> & Co' },
	{ first: '李', last: '小龙' },
];

const euro = {
	currency: 'EUR',
	decimals: 2,
	price: 1900,
	sizeUnit: 'CM',
	weightUnit: 'GRAM',
} as const;
const metric = { sizeUnit: 'CM', weightUnit: 'GRAM' } as const;

const markets: Market[] = [
	{
		region: 'GB',
		country: 'United Kingdom',
		currency: 'GBP',
		decimals: 2,
		locale: 'en-GB',
		price: 1500,
		shopName: 'Candle & Wick <Official> 🕯️',
		people: english,
		places: [
			{ city: 'London', state: 'Greater London', postalCode: 'E1 6AN', street: '14 Brick Lane' },
			{ city: 'Leeds', state: 'West Yorkshire', postalCode: 'LS1 4AP', street: '3 Park Row' },
		],
		phone: '(+44)7*** ***',
		...metric,
	},
	{
		region: 'US',
		country: 'United States',
		currency: 'USD',
		decimals: 2,
		locale: 'en-US',
		price: 1999,
		shopName: 'Sunny "Side" Goods',
		people: english,
		places: [
			{ city: 'San Jose', state: 'California', postalCode: '95110', street: '1199 Coleman Ave' },
			{ city: 'Austin', state: 'Texas', postalCode: '73301', street: '500 Congress Ave #12' },
		],
		phone: '(+1)213-***-',
		sizeUnit: 'INCH',
		weightUnit: 'POUND',
	},
	{
		region: 'DE',
		country: 'Germany',
		locale: 'de-DE',
		shopName: 'Müller & Söhne Straßenkram',
		people: [
			{ first: 'Jürgen', last: 'Groß' },
			{ first: 'Änne', last: 'Öztürk' },
		],
		places: [
			{ city: 'München', state: 'Bayern', postalCode: '80331', street: 'Rosenstraße 7' },
			{ city: 'Köln', state: 'Nordrhein-Westfalen', postalCode: '50667', street: 'Am Hof 2' },
		],
		phone: '(+49)15***',
		...euro,
	},
	{
		region: 'FR',
		country: 'France',
		locale: 'fr-FR',
		shopName: "L'Atelier d'Été",
		people: [{ first: 'Hélène', last: "D'Arc" }],
		places: [{ city: 'Paris', state: 'Île-de-France', postalCode: '75001', street: '8 rue Été' }],
		phone: '(+33)6***',
		...euro,
	},
	{
		region: 'IT',
		country: 'Italy',
		locale: 'it-IT',
		shopName: 'Perché No',
		people: [{ first: 'Niccolò', last: "D'Angelo" }],
		places: [
			{ city: 'Forlì', state: 'Emilia-Romagna', postalCode: '47121', street: 'Via Nuova 1' },
		],
		phone: '(+39)3***',
		...euro,
	},
	{
		region: 'ES',
		country: 'Spain',
		locale: 'es-ES',
		shopName: 'El Niño Azul',
		people: [{ first: 'Íñigo', last: 'Muñoz' }],
		places: [{ city: 'Málaga', state: 'Andalucía', postalCode: '29001', street: 'Calle Ñ 3' }],
		phone: '(+34)6***',
		...euro,
	},
	{
		region: 'IE',
		country: 'Ireland',
		locale: 'en-IE',
		shopName: 'Siopa Éireann',
		people: [{ first: 'Siobhán', last: 'Ó Briain' }],
		places: [{ city: 'Dublin', state: 'Leinster', postalCode: 'D01 F5P2', street: '1 Henry St' }],
		phone: '(+353)8***',
		...euro,
	},
	{
		region: 'ID',
		country: 'Indonesia',
		currency: 'IDR',
		decimals: 0,
		locale: 'id-ID',
		price: 85_000,
		shopName: 'Toko Bagus Sekali ✨',
		people: [
			{ first: 'Budi', last: 'Santoso' },
			{ first: 'Siti', last: '' },
		],
		places: [
			{ city: 'Jakarta', state: 'DKI Jakarta', postalCode: '10110', street: 'Jl. Merdeka 1' },
		],
		phone: '(+62)81***',
		...metric,
	},
	{
		region: 'TH',
		country: 'Thailand',
		currency: 'THB',
		decimals: 2,
		locale: 'th-TH',
		price: 39_900,
		shopName: 'ร้านผ้าไหมไทย',
		people: [{ first: 'สมชาย', last: 'ใจดี' }],
		places: [{ city: 'กรุงเทพฯ', state: 'กรุงเทพฯ', postalCode: '10200', street: '99 ถนนราชดำเนิน' }],
		phone: '(+66)8***',
		...metric,
	},
	{
		region: 'VN',
		country: 'Vietnam',
		currency: 'VND',
		decimals: 0,
		locale: 'vi-VN',
		price: 199_000,
		shopName: 'Áo Dài Việt Nam',
		people: [{ first: 'Nguyễn', last: 'Thị Hằng' }],
		places: [{ city: 'Hà Nội', state: 'Hà Nội', postalCode: '100000', street: '12 phố Hàng Đào' }],
		phone: '(+84)9***',
		...metric,
	},
	{
		region: 'MY',
		country: 'Malaysia',
		currency: 'MYR',
		decimals: 2,
		locale: 'ms-MY',
		price: 4500,
		shopName: 'Kedai Cantik',
		people: [{ first: 'Nurul', last: 'binti Ahmad' }],
		places: [{ city: 'Kuala Lumpur', state: 'WP', postalCode: '50000', street: '5 Jalan Ampang' }],
		phone: '(+60)1***',
		...metric,
	},
	{
		region: 'PH',
		country: 'Philippines',
		currency: 'PHP',
		decimals: 2,
		locale: 'en-PH',
		price: 49_900,
		shopName: 'Sari-Sari Niño',
		people: [{ first: 'José', last: 'dela Cruz' }],
		places: [{ city: 'Manila', state: 'NCR', postalCode: '1000', street: '21 Rizal Ave' }],
		phone: '(+63)9***',
		...metric,
	},
	{
		region: 'SG',
		country: 'Singapore',
		currency: 'SGD',
		decimals: 2,
		locale: 'en-SG',
		price: 2500,
		shopName: 'Lion City Goods',
		people: [{ first: '陳', last: 'Wei Ling' }],
		places: [
			{ city: 'Singapore', state: 'Singapore', postalCode: '018956', street: '10 Bayfront' },
		],
		phone: '(+65)8***',
		...metric,
	},
	{
		region: 'BR',
		country: 'Brazil',
		currency: 'BRL',
		decimals: 2,
		locale: 'pt-BR',
		price: 8990,
		shopName: 'Loja São João & Irmãos',
		people: [{ first: 'João', last: 'da Conceição' }],
		places: [
			{ city: 'São Paulo', state: 'SP', postalCode: '01310-100', street: 'Av. Paulista 1000' },
		],
		phone: '(+55)11***',
		...metric,
	},
	{
		region: 'MX',
		country: 'Mexico',
		currency: 'MXN',
		decimals: 2,
		locale: 'es-MX',
		price: 34_900,
		shopName: 'El Piñatón',
		people: [{ first: 'María', last: 'Peña Núñez' }],
		places: [{ city: 'Ciudad de México', state: 'CDMX', postalCode: '06000', street: 'Calle 5' }],
		phone: '(+52)55***',
		...metric,
	},
	{
		region: 'JP',
		country: 'Japan',
		currency: 'JPY',
		decimals: 0,
		locale: 'ja-JP',
		price: 2480,
		shopName: '東京雑貨店',
		people: [{ first: '太郎', last: '山田', kana: ['タロウ', 'ヤマダ'] }],
		places: [{ city: '渋谷区', state: '東京都', postalCode: '150-0002', street: '渋谷1-2-3' }],
		phone: '(+81)90***',
		...metric,
	},
];

export function marketOf(region: string): Market {
	const market = markets.find((each) => each.region === region);
	if (!market) {
		const known = markets.map((each) => each.region).join(', ');
		throw new Error(`No market ${region} in the sandbox; it has ${known}`);
	}
	return market;
}
