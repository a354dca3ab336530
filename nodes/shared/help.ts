import type { FailureKind } from './explanations';

/** What an input that is refused here, before any request, can be about. */
export type InputTopic =
	| 'authorizationCode'
	| 'authorizationState'
	| 'credentialFields'
	| 'fieldValue'
	| 'fileInput'
	| 'foreignAddress'
	| 'lostDigits'
	| 'noEvents'
	| 'notFound'
	| 'outdated'
	| 'shopChoice'
	| 'webhookAddress'
	| 'webhookTaken';

/** A section of docs/troubleshooting.md. */
export type HelpTopic = FailureKind | InputTopic;

const PAGE =
	'https://github.com/n8n-nodes-tiktok-shop/n8n-nodes-tiktok-shop/blob/main/docs/troubleshooting.md';

export const helpAnchor = (topic: HelpTopic) =>
	topic.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Where more stands about an error than fits into it. */
export const helpUrl = (topic: HelpTopic) => `${PAGE}#${helpAnchor(topic)}`;
