import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';

const ROOT = join(__dirname, '../..');

/** A message that the code can raise, with … for what only the moment knows. */
export interface Raised {
	topic: string;
	message: string;
}

/** Where the classes of errors have what is looked for. */
const PLACES: Record<string, { message: number; topic: number; topicUnlessGiven?: string }> = {
	InputError: { message: 0, topic: 2, topicUnlessGiven: 'fieldValue' },
	TikTokShopError: { message: 1, topic: 0 },
};

/** Makes an error of any kind, with the titles of EXPLANATIONS. */
const MAKER = 'nodes/shared/errors.ts';

/**
 * Reads from the sources which errors they raise, in the order of the files.
 *
 * @throws Error where a topic is not written out, since then the error would be missing in the documentation
 */
export function raisedMessages(): Raised[] {
	const files = ['credentials', 'nodes'].flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.ts'))
			.map((name) => join(folder, name)),
	);
	return files.sort().flatMap((file) => raisedIn(file, readFileSync(join(ROOT, file), 'utf8')));
}

/** The messages that one file raises. */
export function raisedIn(file: string, text: string): Raised[] {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const found: Raised[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isNewExpression(node)) found.push(...raisedBy(node, source));
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

function raisedBy({ expression, arguments: given }: ts.NewExpression, source: ts.SourceFile) {
	const place = PLACES[expression.getText(source)];
	if (place === undefined) return [];
	const [message, topic] = [given?.[place.message], given?.[place.topic]];
	const topics = topic === undefined ? [place.topicUnlessGiven ?? ''] : textsOf(topic, source);
	if (topics.some((each) => !/^\w+$/.test(each))) {
		if (source.fileName === MAKER) return [];
		throw new Error(`${source.fileName} has an error whose topic is not written out`);
	}
	const messages = message === undefined ? [] : textsOf(message, source);
	return topics.flatMap((each) =>
		// A message without a word of its own is TikTok's.
		messages.filter((text) => /\w/.test(text)).map((text) => ({ topic: each, message: text })),
	);
}

/** What an expression can say. */
function textsOf(node: ts.Expression, source: ts.SourceFile): string[] {
	if (ts.isStringLiteralLike(node)) return [node.text];
	if (ts.isTemplateExpression(node)) {
		const spans = node.templateSpans.map(({ literal }) => literal.text);
		return [[node.head.text, ...spans].join('…').replace(/…+/g, '…')];
	}
	if (ts.isConditionalExpression(node)) {
		return [...textsOf(node.whenTrue, source), ...textsOf(node.whenFalse, source)];
	}
	if (ts.isBinaryExpression(node)) {
		return [...textsOf(node.left, source), ...textsOf(node.right, source)];
	}
	if (ts.isParenthesizedExpression(node)) return textsOf(node.expression, source);
	const value = ts.isIdentifier(node) ? constantOf(node.text, source) : undefined;
	return value === undefined ? ['…'] : textsOf(value, source);
}

function constantOf(name: string, source: ts.SourceFile): ts.Expression | undefined {
	let value: ts.Expression | undefined;
	const visit = (node: ts.Node): void => {
		if (ts.isVariableDeclaration(node) && node.name.getText(source) === name) {
			value ??= node.initializer;
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return value;
}
