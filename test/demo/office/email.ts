import type { IExecuteFunctions, INodeType } from 'n8n-workflow';

import {
	actionNode,
	choicesOf,
	describeNode,
	parameter,
} from '../../engine/host/built-in/describe';

export interface Attachment {
	fileName: string;
	content: Buffer;
}

export interface Email {
	from: string;
	to: string;
	subject: string;
	text: string;
	attachments: Attachment[];
}

async function attachmentsOf(context: IExecuteFunctions, item: number): Promise<Attachment[]> {
	const names = String(context.getNodeParameter('options.attachments', item, ''));
	const fields = names.split(',').filter((name) => name.trim() !== '');
	return await Promise.all(
		fields.map(async (field) => ({
			fileName: context.helpers.assertBinaryData(item, field.trim()).fileName ?? 'unknown',
			content: await context.helpers.getBinaryDataBuffer(item, field.trim()),
		})),
	);
}

/** Send Email (2.1): a plain text with files. */
export function emailSend(emails: Email[]): INodeType {
	return actionNode(
		describeNode('emailSend', [2, 2.1], {
			credentials: [{ name: 'smtp', required: true }],
			properties: [
				parameter('resource', 'hidden', 'email'),
				parameter('operation', 'options', 'send', choicesOf('send')),
				parameter('fromEmail', 'string', '', { required: true }),
				parameter('toEmail', 'string', '', { required: true }),
				parameter('subject', 'string', ''),
				parameter('emailFormat', 'options', 'html', choicesOf('text')),
				parameter('text', 'string', ''),
				parameter(
					'options',
					'collection',
					{},
					{
						options: [
							parameter('appendAttribution', 'boolean', true),
							parameter('attachments', 'string', ''),
						],
					},
				),
			],
		}),
		async function () {
			const read = (name: string, item: number) => String(this.getNodeParameter(name, item));
			const sent = [];
			for (const item of this.getInputData().keys()) {
				const attribution = this.getNodeParameter('options.appendAttribution', item, true) === true;
				const email: Email = {
					from: read('fromEmail', item),
					to: read('toEmail', item),
					subject: read('subject', item),
					text: `${read('text', item)}${attribution ? '\n\n---\nThis email was sent automatically with n8n' : ''}`,
					attachments: await attachmentsOf(this, item),
				};
				emails.push(email);
				sent.push({ json: { accepted: [email.to] }, pairedItem: { item } });
			}
			return [sent];
		},
	);
}
