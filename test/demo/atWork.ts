import type { IDataObject } from 'n8n-workflow';

import type { Execution, WorkflowJson } from '../engine/host';
import type { LoggedRequest } from '../sandbox';
import { imported, readExample } from './examples';
import { Office } from './office';
import { sourcePackage } from './source';
import { connect, setStage, type Stage } from './stage';

/** A connected shop, an n8n and the services beside them, for an example to work in. */
export class Workplace {
	private constructor(
		readonly stage: Stage,
		readonly office: Office,
	) {}

	static async open(): Promise<Workplace> {
		const office = new Office();
		const stage = await setStage(sourcePackage, office.nodes);
		await connect(stage);
		return new Workplace(stage, office);
	}

	get host() {
		return this.stage.host;
	}

	get control() {
		return this.stage.sandbox.control;
	}

	async close(): Promise<void> {
		await this.stage.stop();
	}

	/** An example as it is after the import. */
	example(name: string): WorkflowJson {
		return imported(readExample(`${name}.json`), this.stage.credential);
	}

	/** One operation of our node, to bring the shop into the state a test needs. */
	async operate(parameters: IDataObject): Promise<Execution> {
		const { credential } = this.stage;
		const execution = await this.host.run({
			nodes: [
				{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
				{
					name: 'TikTok Shop',
					type: 'n8n-nodes-tiktok-shop.tikTokShop',
					parameters: parameters as WorkflowJson['nodes'][number]['parameters'],
					credentials: { tikTokShopApi: credential },
				},
			],
			connections: { Start: { main: [[{ node: 'TikTok Shop', type: 'main', index: 0 }]] } },
		});
		if (execution.error !== undefined) throw execution.error;
		return execution;
	}

	/** What reached an endpoint. */
	async requestsTo(path: RegExp): Promise<LoggedRequest[]> {
		return (await this.control.requests()).filter((request) => path.test(request.path));
	}
}

/** A resource locator's value. */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });
