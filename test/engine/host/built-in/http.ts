import type {
	IDataObject,
	INodeExecutionData,
	INodeProperties,
	IRequestOptions,
	JsonObject,
} from 'n8n-workflow';
import { NodeApiError, jsonParse } from 'n8n-workflow';
import type { Readable } from 'node:stream';

import { actionNode, describeNode, parameter } from './describe';

function keyValues(list: unknown): IDataObject {
	return Object.fromEntries(
		(list as Array<{ name: string; value: string }>).map(({ name, value }) => [name, value]),
	);
}

function keyValueList(name: string): INodeProperties {
	return parameter(
		name,
		'fixedCollection',
		{ parameters: [] },
		{
			typeOptions: { multipleValues: true },
			options: [
				{
					name: 'parameters',
					displayName: 'Parameters',
					values: [parameter('name', 'string', ''), parameter('value', 'string', '')],
				},
			],
		},
	);
}

/** Asks with the options the real node (4.2) builds for a predefined credential type. */
export const httpRequestNode = actionNode(
	describeNode('httpRequest', [3, 4, 4.1, 4.2, 4.3], {
		properties: [
			parameter('method', 'options', 'GET', {
				options: ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'].map((value) => ({
					name: value,
					value,
				})),
			}),
			parameter('url', 'string', ''),
			parameter('authentication', 'options', 'none', {
				options: [
					{ name: 'None', value: 'none' },
					{ name: 'Predefined Credential Type', value: 'predefinedCredentialType' },
				],
			}),
			parameter('nodeCredentialType', 'credentialsSelect', ''),
			parameter('sendQuery', 'boolean', false),
			parameter('specifyQuery', 'string', 'keypair'),
			keyValueList('queryParameters'),
			parameter('jsonQuery', 'json', ''),
			parameter('sendHeaders', 'boolean', false),
			parameter('specifyHeaders', 'string', 'keypair'),
			keyValueList('headerParameters'),
			parameter('jsonHeaders', 'json', ''),
			parameter('sendBody', 'boolean', false),
			parameter('contentType', 'string', 'json'),
			parameter('specifyBody', 'string', 'keypair'),
			keyValueList('bodyParameters'),
			parameter('jsonBody', 'json', ''),
			parameter('options', 'collection', {}),
		],
	}),
	async function () {
		const part = (index: number, name: string, toggle: string): IDataObject => {
			if (!this.getNodeParameter(`send${toggle}`, index, false)) return {};
			if (this.getNodeParameter(`specify${toggle}`, index) !== 'json') {
				return keyValues(this.getNodeParameter(`${name}.parameters`, index, []));
			}
			const json = this.getNodeParameter(`json${toggle === 'Headers' ? 'Headers' : toggle}`, index);
			return typeof json === 'string' ? jsonParse(json) : (json as IDataObject);
		};
		const output: INodeExecutionData[] = [];
		for (const index of this.getInputData().keys()) {
			const request: IRequestOptions = {
				method: this.getNodeParameter('method', index) as IRequestOptions['method'],
				uri: this.getNodeParameter('url', index) as string,
				headers: {
					...part(index, 'headerParameters', 'Headers'),
					accept: 'application/json,text/html,application/xhtml+xml,application/xml,text/*;q=0.9',
				},
				qs: part(index, 'queryParameters', 'Query'),
				...(this.getNodeParameter('sendBody', index)
					? { body: part(index, 'bodyParameters', 'Body') }
					: {}),
				gzip: true,
				rejectUnauthorized: true,
				followRedirect: true,
				resolveWithFullResponse: true,
				encoding: null,
				json: false,
				useStream: true,
				timeout: 300_000,
			};
			try {
				const credentialType = this.getNodeParameter('nodeCredentialType', index) as string;
				const response: unknown =
					this.getNodeParameter('authentication', index) === 'predefinedCredentialType'
						? await this.helpers.requestWithAuthentication.call(
								this,
								credentialType,
								request,
								undefined,
								index,
							)
						: await this.helpers.request(request);
				const text = await this.helpers.binaryToString((response as { body: Readable }).body);
				const body = jsonParse<IDataObject | IDataObject[] | undefined>(text, {
					fallbackValue: undefined,
				});
				for (const json of Array.isArray(body) ? body : [body ?? { data: text }]) {
					output.push({ json, pairedItem: { item: index } });
				}
			} catch (error) {
				if (!this.continueOnFail()) {
					throw error instanceof NodeApiError
						? error
						: new NodeApiError(this.getNode(), error as JsonObject, { itemIndex: index });
				}
				output.push({ json: { error: (error as Error).message }, pairedItem: { item: index } });
			}
		}
		return [output];
	},
);
