import type { GenericValue } from 'n8n-workflow';

import { actionNode, describeNode, parameter } from './describe';

const BYTE_ORDER_MARK = '\uFEFF';

function cell(value: GenericValue): string {
	if (value === undefined || value === null) return '';
	const text = typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
	return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** All items as one CSV file, for items without objects in them. */
export const convertToFileNode = actionNode(
	describeNode('convertToFile', [1, 1.1], {
		properties: [
			parameter('operation', 'options', 'csv', { options: [{ name: 'CSV', value: 'csv' }] }),
			parameter('binaryPropertyName', 'string', 'data'),
			parameter('options', 'collection', {}, { options: [parameter('fileName', 'string', '')] }),
		],
	}),
	async function () {
		const rows = this.getInputData().map(({ json }) => json);
		const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
		const lines = [names.map(cell), ...rows.map((row) => names.map((name) => cell(row[name])))];
		const text = BYTE_ORDER_MARK + lines.map((line) => `${line.join(',')}\n`).join('');
		const fileName = this.getNodeParameter('options.fileName', 0, 'File.csv') as string;
		const field = String(this.getNodeParameter('binaryPropertyName', 0, 'data'));
		return [
			[
				{
					json: {},
					binary: { [field]: await this.helpers.prepareBinaryData(Buffer.from(text), fileName) },
					pairedItem: rows.map((_, item) => ({ item })),
				},
			],
		];
	},
);
