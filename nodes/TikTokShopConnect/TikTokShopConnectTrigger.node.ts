import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { tell, toNodeError } from '../shared/errors';
import { checkForm, type TikTokShopCredentials } from '../shared/oauth';
import { outcomeOf } from '../shared/outcome';
import { CREDENTIAL } from '../shared/request';
import { destination, finish } from './handshake';
import { failedPage, PAGE_HEADERS, type Page } from './pages';

export class TikTokShopConnectTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'TikTok Shop Connect Trigger',
		name: 'tikTokShopConnectTrigger',
		icon: {
			light: 'file:../../icons/tiktokshop.svg',
			dark: 'file:../../icons/tiktokshop.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: 'Connect link for the shop owner',
		description:
			'Gives a link with which the shop owner connects the shop, and starts the workflow when it is done',
		defaults: { name: 'TikTok Shop Connect Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: CREDENTIAL, required: true }],
		triggerPanel: {
			header: '',
			executionsHelp:
				'Publish the workflow (in n8n 1: activate it), then open the Production URL that ends in "connect" in a browser, as the shop owner will. After the owner accepted, the workflow starts; see the list of executions.',
			activationHint: 'The links work while the workflow is published (in n8n 1: active).',
		},
		webhooks: [
			{ name: 'setup', httpMethod: 'GET', responseMode: 'onReceived', path: 'connect' },
			{ name: 'default', httpMethod: 'GET', responseMode: 'onReceived', path: 'callback' },
		],
		properties: [
			{
				displayName:
					'Of the two Production URLs above, enter the one that ends in "callback" as Redirect URL of your app in Partner Center, publish this workflow, and send the one that ends in "connect" to the owner of the shop. The owner needs no n8n account.',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				options: [
					{
						displayName: 'Allow TikTok’s App Store',
						name: 'allowAppStore',
						type: 'boolean',
						default: false,
						description:
							'Whether sellers may also start from TikTok’s app store. Then the check is off that the authorization was started with your link.',
					},
					{
						displayName: 'Same Seller Only',
						name: 'sameSeller',
						type: 'boolean',
						default: true,
						description:
							'Whether a connected credential accepts only the seller it belongs to, so that another shop cannot land in it',
					},
				],
			},
		],
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				// Nothing is registered with TikTok by API: the redirect URL stands in Partner Center.
				const { error } = await outcomeOf(async () =>
					checkForm(await this.getCredentials<TikTokShopCredentials>(CREDENTIAL)),
				);
				if (error !== undefined) throw toNodeError(this.getNode(), error);
				return true;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await Promise.resolve(true);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await Promise.resolve(true);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const connectUrl = this.getNodeWebhookUrl('setup') ?? '';
		if (this.getWebhookName() === 'setup') {
			const outcome = await outcomeOf(async () => await destination(this));
			if (outcome.error === undefined) return redirect(this, outcome.value);
			const { message, description } = tell(this.getNode(), outcome.error);
			return show(this, failedPage(message, description ?? '', connectUrl));
		}
		const { page, item } = await finish(this, connectUrl);
		const shown = show(this, page);
		return item === undefined ? shown : { ...shown, workflowData: [[{ json: item }]] };
	}
}

function redirect(context: IWebhookFunctions, address: string): IWebhookResponseData {
	const response = context.getResponseObject();
	response.setHeader('Cache-Control', 'no-store');
	response.setHeader('Referrer-Policy', 'no-referrer');
	response.redirect(302, address);
	return { noWebhookResponse: true };
}

function show(context: IWebhookFunctions, { status, html }: Page): IWebhookResponseData {
	const response = context.getResponseObject();
	for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
	response.status(status).send(html);
	return { noWebhookResponse: true };
}
