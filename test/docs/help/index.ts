import type { HelpTopic } from '../../../nodes/shared/help';
import { answers } from './answers';
import { connecting } from './connecting';
import { connection } from './connection';
import type { Help, HelpGroup } from './help';
import { input } from './input';
import { permissions } from './permissions';
import { shop } from './shop';
import { triggers } from './triggers';
import { trouble } from './trouble';

/** In the order in which people meet them. */
export const GROUPS: HelpGroup[] = [
	connecting,
	connection,
	permissions,
	shop,
	input,
	answers,
	trouble,
	triggers,
];

/** A topic without a text does not compile. */
export const HELP: Record<HelpTopic, Help> = {
	...connecting.topics,
	...connection.topics,
	...permissions.topics,
	...shop.topics,
	...input.topics,
	...answers.topics,
	...trouble.topics,
	...triggers.topics,
};
