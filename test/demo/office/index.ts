import type { INodeType } from 'n8n-workflow';

import {
	agent,
	chatTrigger,
	lmChatOpenAi,
	memoryBufferWindow,
	numberToEveryTool,
	type Model,
} from './agent';
import { emailSend, type Email } from './email';
import { googleSheets, Sheet } from './sheet';
import { shopify, type ShopifyProduct } from './shopify';
import { slack, type SlackMessage } from './slack';

/**
 * The services that the examples work with beside the shop. The nodes take the parameters of n8n's own and do what those
 * do with them; what comes in stays here to be looked at.
 */
export class Office {
	readonly sheet = new Sheet();

	readonly messages: SlackMessage[] = [];

	readonly emails: Email[] = [];

	readonly shopifyProducts: ShopifyProduct[] = [];

	model: Model = numberToEveryTool;

	/** By the full names of their types. */
	readonly nodes: Record<string, INodeType> = {
		'n8n-nodes-base.googleSheets': googleSheets(this.sheet),
		'n8n-nodes-base.slack': slack(this.messages),
		'n8n-nodes-base.emailSend': emailSend(this.emails),
		'n8n-nodes-base.shopify': shopify(this.shopifyProducts),
		'@n8n/n8n-nodes-langchain.chatTrigger': chatTrigger,
		'@n8n/n8n-nodes-langchain.agent': agent,
		'@n8n/n8n-nodes-langchain.lmChatOpenAi': lmChatOpenAi(() => this.model),
		'@n8n/n8n-nodes-langchain.memoryBufferWindow': memoryBufferWindow,
	};
}
