import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import {
	actionNode,
	choicesOf,
	describeNode,
	parameter,
} from '../../engine/host/built-in/describe';

type Cell = boolean | number | string;

const locator = (name: string) =>
	parameter(
		name,
		'resourceLocator',
		{ mode: 'list', value: '' },
		{
			required: true,
			modes: [{ displayName: 'List', name: 'list', type: 'list' }],
		},
	);

const forWriting = { displayOptions: { show: { operation: ['appendOrUpdate'] } } };

/** The first sheet of a Google spreadsheet. */
export class Sheet {
	/** The first row has the names of the columns. */
	rows: Cell[][] = [];

	/** Every row under the first one by the names of the columns. */
	entries(): IDataObject[] {
		const [names = [], ...rows] = this.rows;
		return rows.map((row): IDataObject => {
			return Object.fromEntries(names.map((name, column) => [String(name), row[column] ?? '']));
		});
	}

	/** What Google makes of a value: as it is, or as if somebody had typed it in. */
	private static cell(value: Cell, format: string): Cell {
		if (format === 'RAW' || typeof value !== 'string') return value;
		if (value.startsWith('=')) return '#ERROR!';
		return value.trim() !== '' && !Number.isNaN(Number(value)) ? Number(value) : value;
	}

	/** Changes the row with this key, or adds one; unknown fields become columns. */
	upsert(entry: Record<string, Cell>, key: string, format: string): void {
		const names = this.rows[0] ?? [];
		this.rows[0] = [...new Set([...names, ...Object.keys(entry)])];
		const column = this.rows[0].indexOf(key);
		const known = this.rows.slice(1).find((row) => String(row[column]) === String(entry[key]));
		const row = known ?? [];
		if (known === undefined) this.rows.push(row);
		for (const [place, name] of this.rows[0].entries()) {
			const value = entry[String(name)];
			if (value === undefined || (name === key && known !== undefined)) continue;
			row[place] = Sheet.cell(value, format);
		}
	}
}

function append(context: IExecuteFunctions, sheet: Sheet): INodeExecutionData[] {
	const [key = ''] = context.getNodeParameter('columns.matchingColumns', 0) as string[];
	const format = String(context.getNodeParameter('options.cellFormat', 0, 'USER_ENTERED'));
	return context.getInputData().map(({ json, binary }, item) => {
		sheet.upsert(json as Record<string, Cell>, key, format);
		return { json, binary, pairedItem: { item } };
	});
}

/** Reads the sheet once for each item, as the node does since 4.2. */
function read(context: IExecuteFunctions, sheet: Sheet): INodeExecutionData[] {
	return context.getInputData().flatMap((_, item) =>
		sheet.entries().map((entry, row) => ({
			json: { row_number: row + 2, ...entry },
			pairedItem: { item },
		})),
	);
}

/** Google Sheets (4.7): Append or Update Row with columns mapped by themselves, and Get Row(s). */
export function googleSheets(sheet: Sheet): INodeType {
	return actionNode(
		describeNode('googleSheets', [4.5, 4.6, 4.7], {
			credentials: [{ name: 'googleSheetsOAuth2Api', required: true }],
			properties: [
				parameter('resource', 'options', 'sheet', choicesOf('sheet')),
				parameter('operation', 'options', 'read', choicesOf('appendOrUpdate', 'read')),
				locator('documentId'),
				locator('sheetName'),
				parameter(
					'columns',
					'resourceMapper',
					{ mappingMode: 'autoMapInputData', value: null },
					{
						...forWriting,
						typeOptions: {
							resourceMapper: {
								resourceMapperMethod: 'getMappingColumns',
								mode: 'upsert',
								addAllFields: true,
								multiKeyMatch: false,
							},
						},
					},
				),
				parameter(
					'options',
					'collection',
					{},
					{ options: [parameter('cellFormat', 'options', 'USER_ENTERED', choicesOf('RAW'))] },
				),
			],
		}),
		async function () {
			return [
				this.getNodeParameter('operation', 0) === 'read' ? read(this, sheet) : append(this, sheet),
			];
		},
	);
}
