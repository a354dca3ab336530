import type {
	IConnections,
	IDataObject,
	INode,
	INodeTypes,
	IPinData,
	IWorkflowBase,
	IWorkflowSettings,
} from 'n8n-workflow';
import { Workflow, jsonParse } from 'n8n-workflow';

import { letOut } from './outlets';

/** A node as in an exported workflow; only name and type are needed. */
export type WorkflowNode = Pick<INode, 'name' | 'type'> & Partial<INode>;

/** A workflow as n8n exports it. */
export interface WorkflowJson {
	id?: string;
	name?: string;
	nodes: WorkflowNode[];
	connections?: IConnections;
	settings?: IWorkflowSettings;
	pinData?: IPinData;
}

/** What the host keeps of a workflow, where n8n has a row in its database. */
export interface WorkflowRecord {
	json: WorkflowJson & { id: string };
	/** JSON text: what cannot be written as JSON does not survive, as in n8n. */
	staticData?: string;
	active: boolean;
}

/** All workflows of a host and their static data. */
export class WorkflowStore {
	private readonly records = new Map<string, WorkflowRecord>();

	private nextId = 1;

	constructor(
		private readonly nodeTypes: INodeTypes,
		records: WorkflowRecord[] = [],
	) {
		for (const record of records) this.records.set(record.json.id, record);
	}

	/** Stores the workflow, keeping the static data of an earlier version of it. */
	save(json: WorkflowJson): WorkflowRecord {
		const id = json.id ?? this.newId();
		const record: WorkflowRecord = {
			active: false,
			...this.records.get(id),
			json: jsonParse(JSON.stringify({ ...json, id })),
		};
		this.records.set(id, record);
		return record;
	}

	find(id: string): WorkflowRecord | undefined {
		return this.records.get(id);
	}

	all(): WorkflowRecord[] {
		return [...this.records.values()];
	}

	/** The stored static data, as a copy of its own. */
	staticData(id: string): IDataObject | undefined {
		const text = this.records.get(id)?.staticData;
		return text === undefined ? undefined : jsonParse<IDataObject>(text);
	}

	saveStaticData(id: string, staticData: IDataObject): void {
		const record = this.records.get(id);
		if (record) record.staticData = letOut('static data', JSON.stringify(staticData));
	}

	/** Stores the workflow's static data if a node changed it, as n8n does after each call. */
	saveStaticDataOf(workflow: Workflow): void {
		if (workflow.staticData.__dataChanged !== true) return;
		this.saveStaticData(workflow.id, workflow.staticData);
		workflow.staticData.__dataChanged = false;
	}

	/** Builds the engine's workflow from a stored or a passing one. */
	load(json: WorkflowJson, staticData?: IDataObject): Workflow {
		return new Workflow({ ...toWorkflowData(json), nodeTypes: this.nodeTypes, staticData });
	}

	private newId(): string {
		while (this.records.has(String(this.nextId))) this.nextId += 1;
		return String(this.nextId++);
	}
}

/** Fills in what a shortened workflow leaves out. Always a copy: the engine changes nodes. */
export function toWorkflowData(json: WorkflowJson, active = false): IWorkflowBase {
	const copy = jsonParse<WorkflowJson>(JSON.stringify(json));
	return {
		id: copy.id ?? 'unsaved',
		name: copy.name ?? 'Workflow',
		active,
		isArchived: false,
		createdAt: new Date(),
		updatedAt: new Date(),
		nodes: copy.nodes.map((node, index) => ({
			id: `node-${index}`,
			typeVersion: 1,
			position: [index * 200, 0],
			parameters: {},
			...node,
		})),
		connections: copy.connections ?? {},
		settings: copy.settings ?? { executionOrder: 'v1' },
		pinData: copy.pinData,
	};
}
