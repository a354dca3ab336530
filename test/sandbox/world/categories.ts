export type Tree = 'v1' | 'v2';

export interface Category {
	id: string;
	parent_id: string;
	local_name: string;
	is_leaf: boolean;
	permission_statuses: string[];
}

interface Branch {
	id: string;
	name: string;
	statuses?: string[];
	below?: Branch[];
}

const home: Branch = {
	id: '600001',
	name: 'Home Supplies',
	below: [
		{
			id: '851848',
			name: 'Home Decor',
			below: [
				{ id: '853000', name: 'Home & living' },
				{ id: '853256', name: 'Candles & Holders' },
			],
		},
		{
			id: '600154',
			name: 'Kitchenware',
			below: [
				{ id: '600155', name: 'Mugs & Cups' },
				{ id: '600156', name: 'Knives', statuses: ['INVITE_ONLY'] },
			],
		},
	],
};

const clothing: Branch = {
	id: '601152',
	name: "Womenswear & Women's Underwear",
	below: [
		{
			id: '842248',
			name: "Women's Tops",
			below: [
				{ id: '601226', name: 'T-shirts' },
				{ id: '601265', name: 'Cardigans' },
			],
		},
		{
			id: '842376',
			name: "Women's Dresses",
			below: [{ id: '601534', name: 'Casual Dresses', statuses: ['NON_MAIN_CATEGORY'] }],
		},
	],
};

const electronics: Branch = {
	id: '601739',
	name: 'Phones & Electronics',
	below: [
		{
			id: '909064',
			name: 'Phone Accessories',
			below: [
				{ id: '601755', name: 'Phone Cases' },
				{ id: '601756', name: 'Power Banks', statuses: ['PROHIBITED'] },
			],
		},
	],
};

function spread(branch: Branch, parent = '0'): Category[] {
	const { id, name, statuses = ['AVAILABLE'], below = [] } = branch;
	const own: Category = {
		id,
		parent_id: parent,
		local_name: name,
		is_leaf: below.length === 0,
		permission_statuses: statuses,
	};
	return [own, ...below.flatMap((each) => spread(each, id))];
}

/** The deeper tree: one more level above, and ids of its own. */
function deepen({ id, below, ...rest }: Branch): Branch {
	return { ...rest, id: `1${id}`, ...(below ? { below: below.map(deepen) } : {}) };
}

const roots = [home, clothing, electronics];

const trees: Record<Tree, Category[]> = {
	v1: roots.flatMap((root) => spread(root)),
	v2: spread({ id: '1900001', name: 'All departments', below: roots.map(deepen) }),
};

export const categoriesOf = (tree: Tree): Category[] => trees[tree];

/** From the root to the category. */
export function pathOf(tree: Tree, id: string): Category[] {
	const found = trees[tree].find((each) => each.id === id);
	return found === undefined ? [] : [...pathOf(tree, found.parent_id), found];
}

export const ATTRIBUTES = [
	{
		id: '100000',
		name: 'Color',
		type: 'SALES_PROPERTY',
		values: [
			{ id: '1000001', name: 'Red' },
			{ id: '1000002', name: 'Blue' },
		],
	},
	{ id: '100007', name: 'Size', type: 'SALES_PROPERTY', values: [{ id: '2000001', name: 'M' }] },
	{
		id: '100392',
		name: 'Occasion',
		type: 'PRODUCT_PROPERTY',
		is_requried: false,
		is_customizable: true,
		is_multiple_selection: true,
		values: [
			{ id: '1000068', name: 'Birthday' },
			{ id: '1000069', name: 'Wedding' },
		],
	},
	{
		id: '101610',
		name: 'Contains Batteries or Cells?',
		type: 'PRODUCT_PROPERTY',
		is_requried: true,
		is_customizable: false,
		is_multiple_selection: false,
		values: [
			{ id: '1024358', name: 'Batteries' },
			{ id: '1000059', name: 'None' },
		],
	},
	{
		id: '101611',
		name: 'Battery Type',
		type: 'PRODUCT_PROPERTY',
		is_requried: false,
		is_customizable: false,
		is_multiple_selection: false,
		values: [{ id: '1024360', name: 'Lithium' }],
		requirement_conditions: [
			{
				condition_type: 'VALUE_ID_MATCH',
				attribute_id: '101610',
				attribute_value_id: '1024358',
			},
		],
	},
];
