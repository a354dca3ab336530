import { credentialTestRules, kindOf } from '../../nodes/shared/errors';
import { EXPLANATIONS, type FailureKind } from '../../nodes/shared/explanations';
import { helpAnchor, type HelpTopic } from '../../nodes/shared/help';
import { FAILURES } from '../../nodes/TikTokShopConnect/pages';
import { GROUPS, HELP } from './help';
import { CONNECT_PAGES } from './help/connectPages';
import { SYMPTOMS, type Symptom } from './help/symptoms';
import { raisedMessages, type Raised } from './messages';

const INTRO = `# Troubleshooting

Each message of the nodes has three parts. The title says what happened. The text below it says why, and what to do. At the end stand TikTok’s own words, its code and a \`request_id\`, which TikTok’s support asks for. The link **More help** leads to the section below that belongs to the message.

![A message in n8n, with More help at its end](images/missing-permission.png)

To find a message here, search this page for some of its words. Where this page has “…”, the message has a name or a value.`;

/** The text of docs/troubleshooting.md, made from the errors themselves and from what ./help tells about each. */
export function troubleshooting(): string {
	const raised = raisedMessages();
	return [
		INTRO,
		['Contents:', '', ...contents()].join('\n'),
		...GROUPS.flatMap(({ title, intro, topics }) => [
			`## ${title}`,
			intro,
			...(Object.keys(topics) as HelpTopic[]).flatMap((topic) => section(topic, raised)),
		]),
		'## Pages of the connect link',
		'The shop owner sees these in the browser, after opening the link of the [TikTok Shop Connect Trigger](connect.md#connect-by-a-link).',
		...(Object.keys(CONNECT_PAGES) as Array<keyof typeof FAILURES>).flatMap((name) => [
			`### ${titleOfPage(name)}`,
			CONNECT_PAGES[name],
		]),
		'## Without a message',
		...SYMPTOMS.flatMap(symptom),
	].join('\n\n');
}

const contents = () =>
	[...GROUPS.map(({ title }) => title), 'Pages of the connect link', 'Without a message'].map(
		(title) => `- [${title}](#${title.toLowerCase().replace(/,/g, '').replace(/ /g, '-')})`,
	);

function section(topic: HelpTopic, raised: Raised[]): string[] {
	const { heading, means, todo, inOrder = false } = HELP[topic];
	const messages = messagesOf(topic, raised);
	const title = heading ?? messages[0] ?? topic;
	const others = messages.filter((message) => message !== title);
	const codes = codesOf(topic);
	return [
		`<a id="${helpAnchor(topic)}"></a>`,
		`### ${title}`,
		...(others.length === 0 ? [] : [heading === undefined ? 'Also:' : 'Messages:', list(others)]),
		means,
		todo.length === 1 ? `**What to do:** ${todo[0]}` : `**What to do:**\n\n${list(todo, inOrder)}`,
		...(codes.length === 0 ? [] : [`TikTok’s code: ${codes.join(', ')}`]),
	];
}

const list = (lines: string[], inOrder = false) =>
	lines.map((line, index) => `${inOrder ? `${index + 1}.` : '-'} ${line}`).join('\n');

/** All messages about a topic, with … for what only the moment knows. */
export function messagesOf(topic: HelpTopic, raised: Raised[]): string[] {
	const own = raised.filter((each) => each.topic === topic).map(({ message }) => message);
	const known = [...titlesOf(topic), ...(HELP[topic].also ?? [])];
	return [...new Set([...known, ...own.sort((a, b) => a.localeCompare(b))])];
}

const isKind = (topic: HelpTopic): topic is FailureKind => topic in EXPLANATIONS;

function titlesOf(topic: HelpTopic): string[] {
	return isKind(topic) ? [EXPLANATIONS[topic]({ message: '', authorizeUrl: '…' })[0]] : [];
}

/** The codes by which TikTok tells this failure. */
function codesOf(topic: HelpTopic): number[] {
	return credentialTestRules()
		.map(({ properties }) =>
			'key' in properties && properties.key === 'code' ? Number(properties.value) : NaN,
		)
		.filter((code) => !Number.isNaN(code) && kindOf({ code, message: '' }) === topic)
		.filter((code) => code !== SEVERAL);
}

/** Stands for many failures, which TikTok tells apart only by words. */
const SEVERAL = 36009004;

/** What the shop owner reads over a page of the connect link. */
export function titleOfPage(name: keyof typeof FAILURES): string {
	return /<h1>(.*?)<\/h1>/.exec(FAILURES[name]('').html)?.[1] ?? '';
}

function symptom({ anchor, seen, todo }: Symptom): string[] {
	return [...(anchor === undefined ? [] : [`<a id="${anchor}"></a>`]), `### ${seen}`, todo];
}
