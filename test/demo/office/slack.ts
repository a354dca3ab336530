import type { IDataObject, INodeType } from 'n8n-workflow';

import {
	actionNode,
	choicesOf,
	describeNode,
	parameter,
} from '../../engine/host/built-in/describe';

export interface SlackMessage {
	channel: string;
	text: string;
}

/** Slack (2.4): Send a text message to a channel. */
export function slack(messages: SlackMessage[]): INodeType {
	return actionNode(
		describeNode('slack', [2.2, 2.3, 2.4], {
			credentials: [{ name: 'slackApi', required: true }],
			properties: [
				parameter('resource', 'options', 'message', choicesOf('message')),
				parameter('operation', 'options', 'post', choicesOf('post')),
				parameter('select', 'options', '', { ...choicesOf('channel'), required: true }),
				parameter(
					'channelId',
					'resourceLocator',
					{ mode: 'list', value: '' },
					{ required: true, modes: [{ displayName: 'By Name', name: 'name', type: 'string' }] },
				),
				parameter('messageType', 'options', 'text', choicesOf('text')),
				parameter('text', 'string', '', { required: true }),
				parameter(
					'otherOptions',
					'collection',
					{},
					{ options: [parameter('includeLinkToWorkflow', 'boolean', true)] },
				),
			],
		}),
		async function () {
			const sent = this.getInputData().map((_, item) => {
				const link = this.getNodeParameter('otherOptions.includeLinkToWorkflow', item, true);
				const text = String(this.getNodeParameter('text', item));
				const message = {
					channel: String(this.getNodeParameter('channelId', item, '', { extractValue: true })),
					text: link === true ? `${text}\n_Automated with this n8n workflow_` : text,
				};
				messages.push(message);
				const json: IDataObject = { ok: true, channel: message.channel, message: { ...message } };
				return { json, pairedItem: { item } };
			});
			return [sent];
		},
	);
}
