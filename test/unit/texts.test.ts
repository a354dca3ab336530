import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { TikTokShopApi } from '../../credentials/TikTokShopApi.credentials';
import { resources } from '../../nodes/TikTokShop/resources';
import { TikTokShop } from '../../nodes/TikTokShop/TikTokShop.node';
import { TikTokShopConnectTrigger } from '../../nodes/TikTokShopConnect/TikTokShopConnectTrigger.node';
import { TikTokShopPollingTrigger } from '../../nodes/TikTokShopPollingTrigger/TikTokShopPollingTrigger.node';
import { TikTokShopTrigger } from '../../nodes/TikTokShopTrigger/TikTokShopTrigger.node';

const nodes = [TikTokShop, TikTokShopTrigger, TikTokShopPollingTrigger, TikTokShopConnectTrigger];

const operations = resources.flatMap(({ operations: each }) => Object.values(each));

/** A text as the user reads it, and where. */
interface Text {
	where: string;
	text: string;
}

type Option = INodeProperties | INodePropertyCollection | INodePropertyOptions;

const isField = (option: Option): option is INodeProperties => 'type' in option;

const isGroup = (option: Option): option is INodePropertyCollection => 'values' in option;

/** A field and all that are inside of it. */
function withInner(
	field: INodeProperties,
	within = '',
): Array<{ where: string; field: INodeProperties }> {
	const where = `${within} > ${field.displayName}`;
	const inner = (field.options ?? []).flatMap((option) => {
		if (isGroup(option)) return option.values;
		return isField(option) ? [option] : [];
	});
	return [{ where, field }, ...inner.flatMap((each) => withInner(each, where))];
}

const shownTo = ({ displayOptions }: INodeProperties) =>
	[displayOptions?.show?.resource, displayOptions?.show?.operation].flat().join('.');

const fields = [
	...nodes.flatMap((Node) => new Node().description.properties),
	...new TikTokShopApi().properties,
]
	.flatMap((field) => withInner(field, shownTo(field)))
	.filter(({ field }) => field.type !== 'hidden');

const filled = fields.filter(({ field }) => field.type !== 'notice');

const choices = filled.flatMap(({ where, field }) =>
	(field.options ?? [])
		.filter((option): option is INodePropertyOptions => !isField(option) && !isGroup(option))
		.map((option) => ({ where, option })),
);

const descriptions: Text[] = [
	...filled.flatMap(({ where, field: { description, hint } }) => [
		{ where, text: description ?? '' },
		{ where, text: hint ?? '' },
	]),
	...choices.map(({ where, option }) => ({
		where: `${where} = ${option.name}`,
		text: option.description ?? '',
	})),
].filter(({ text }) => text !== '');

const told = (texts: Text[]) => [...new Set(texts.map(({ where, text }) => `${where}: ${text}`))];

it('reads the texts of all nodes', () => {
	expect(filled.length).toBeGreaterThan(1000);
	expect(descriptions.length).toBeGreaterThan(filled.length / 2);
});

it('every field says what it is for', () => {
	// What is inside of a collection says it; Resource and Operation are n8n's own.
	const mute = filled.filter(
		({ field: { type, name, description = '' } }) =>
			description === '' && type !== 'collection' && !['resource', 'operation'].includes(name),
	);
	expect(mute.map(({ where }) => where)).toEqual([]);
});

it('every switch says what it decides', () => {
	const vague = filled.filter(
		({ field }) => field.type === 'boolean' && !field.description?.startsWith('Whether '),
	);
	expect(vague.map(({ where }) => where)).toEqual([]);
});

it('one sentence has no period, several have', () => {
	const sentences = (text: string) => text.split(/[.!?] (?=[A-Z"])/).length;
	const wrong = descriptions.filter(({ text }) => text.endsWith('.') !== sentences(text) > 1);
	expect(told(wrong)).toEqual([]);
});

it('every action that a text names is there', () => {
	const actions = new Set(operations.map(({ action }) => action));
	const VERBS =
		/"((?:Calculate|Create|Get|Recommend|Recover|Send|Translate|Update|Upload) [^"]+)"/g;
	const named = descriptions.flatMap(({ where, text }) =>
		[...text.matchAll(VERBS)].map(([, action = '']) => ({ where, text: action })),
	);
	expect(named.length).toBeGreaterThan(50);
	expect(told(named.filter(({ text }) => !actions.has(text)))).toEqual([]);
});

it('choices have names for people', () => {
	const raw = choices.filter(({ option: { name } }) => /[A-Za-z]_[A-Za-z]/.test(name));
	expect(raw.map(({ where, option }) => `${where} = ${option.name}`)).toEqual([]);
});

it('no text takes words only programmers know', () => {
	const insider = descriptions.filter(({ text }) =>
		/\b(boolean|cipher|endpoint|enum|payload|timestamp|Unix)\b/i.test(
			text.replace(/shop_cipher/g, ''),
		),
	);
	// Who makes a Custom API Call reads TikTok's documentation beside it.
	expect(told(insider.filter(({ where }) => !where.startsWith('customApiCall')))).toEqual([]);
});

it('a list that only has to be asked for is what a resource begins with', () => {
	const [resource, ...chosen] = new TikTokShop().description.properties;
	const first = Object.fromEntries(
		chosen
			.filter(({ name }) => name === 'operation')
			.map((field) => [shownTo(field).replace('.', ''), field.default]),
	);
	expect(resource?.default).toBe('order');
	expect(first).toMatchObject({ order: 'getMany', product: 'getMany', return: 'getMany' });
});

it('what TikTok has to approve first says so once', () => {
	const REVIEW = 'TikTok has to approve the app for this first.';
	const says = (resource: string, operation?: string) =>
		choices.some(
			({ where, option }) =>
				option.description?.endsWith(REVIEW) === true &&
				(operation === undefined
					? where.endsWith(' > Resource') && option.value === resource
					: where === `${resource}. > Operation` && option.value === operation),
		);
	expect(says('promotion')).toBe(true);
	expect(says('promotion', 'create')).toBe(false);
	expect(says('order')).toBe(false);
	expect(says('order', 'findByExternalReference')).toBe(true);
	expect(says('order', 'get')).toBe(false);
});
