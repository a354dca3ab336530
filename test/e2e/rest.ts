import axios, { type AxiosInstance, type Method } from 'axios';
import type { IConnections, INode, IWorkflowSettings } from 'n8n-workflow';

import { until } from './command';
import type { Major } from './install';

export const OWNER = {
	email: 'owner@example.com',
	firstName: 'Olive',
	lastName: 'Owner',
	password: 'Sandbox-2468',
};

export interface WorkflowDraft {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
}

export interface Workflow {
	id: string;
	name: string;
	versionId: string;
}

export interface Execution {
	id: string;
	status: string;
	mode: string;
	/** What n8n stored: items and errors, as flattened JSON. */
	data: string;
}

export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

export interface NodeType {
	name: string;
	displayName: string;
	iconUrl?: { light: string; dark: string } | string;
	codex?: { categories?: string[] };
}

interface PublicationStatus {
	status: 'failed' | 'in_progress' | 'not_published' | 'partial' | 'published';
	triggers: Array<{ errorMessage: string | null }>;
}

interface StoredCredential {
	id: string;
	name: string;
	type: string;
	data: Record<string, unknown>;
}

/** The REST API that n8n's editor uses. */
export class Rest {
	private readonly http: AxiosInstance;

	private cookie = '';

	constructor(
		url: string,
		private readonly major: Major,
	) {
		this.http = axios.create({
			baseURL: url,
			proxy: false,
			timeout: 120_000,
			validateStatus: () => true,
			headers: { 'browser-id': 'e2e' },
		});
	}

	/** Whether n8n has started so far that it serves its API. */
	async isReady(): Promise<boolean> {
		try {
			const { status, data } = await this.http.get<unknown>('/rest/settings');
			return status === 200 && typeof data === 'object';
		} catch {
			return false;
		}
	}

	async setUpOwner(): Promise<void> {
		await until('the owner to be set up', async () => {
			const { status } = await this.http.post('/rest/owner/setup', OWNER);
			return status === 200 ? true : undefined;
		});
		await this.login();
	}

	async login(): Promise<void> {
		const { email, password } = OWNER;
		const answer = await this.http.post('/rest/login', { emailOrLdapLoginId: email, password });
		if (answer.status !== 200) throw new Error(`The login ended with ${answer.status}`);
		this.cookie = (answer.headers['set-cookie'] ?? [])
			.map((cookie) => cookie.split(';')[0])
			.join('; ');
	}

	private async ask<T>(method: Method, path: string, data?: unknown): Promise<T> {
		const { cookie } = this;
		const answer = await this.http.request<{ data: T; message?: string }>({
			method,
			url: `/rest${path}`,
			data,
			headers: { cookie },
		});
		if (answer.status < 300) return answer.data.data;
		const words = JSON.stringify(answer.data).slice(0, 600);
		throw new Error(`${method} ${path} ended with ${answer.status}: ${words}`);
	}

	async nodeTypes(): Promise<NodeType[]> {
		return await this.file<NodeType[]>('/types/nodes.json');
	}

	/** A file that the editor loads. */
	async file<T>(path: string): Promise<T> {
		const { cookie } = this;
		const { status, data } = await this.http.get<T>(path, { headers: { cookie } });
		if (status !== 200) throw new Error(`GET ${path} ended with ${status}`);
		return data;
	}

	async createCredential(credential: Omit<StoredCredential, 'id'>): Promise<StoredCredential> {
		return await this.ask('POST', '/credentials', credential);
	}

	async credentials(): Promise<StoredCredential[]> {
		return await this.ask('GET', '/credentials');
	}

	async credential(id: string): Promise<StoredCredential> {
		return await this.ask('GET', `/credentials/${id}?includeData=true`);
	}

	async updateCredential({ id, ...credential }: StoredCredential): Promise<void> {
		await this.ask('PATCH', `/credentials/${id}`, credential);
	}

	async testCredential(credentials: StoredCredential): Promise<CredentialTest> {
		return await this.ask('POST', '/credentials/test', { credentials });
	}

	async createWorkflow(draft: WorkflowDraft): Promise<Workflow> {
		const settings = { executionOrder: 'v1', ...draft.settings };
		return await this.ask('POST', '/workflows', { active: false, ...draft, settings });
	}

	async activate({ id, versionId }: Workflow): Promise<void> {
		if (this.major === 1) {
			await this.ask('PATCH', `/workflows/${id}`, { active: true, versionId });
		} else {
			await this.ask('POST', `/workflows/${id}/activate`, { versionId });
			await this.published(id);
		}
	}

	/** n8n 2 registers webhooks and polling after its answer, and tells there what went wrong. */
	private async published(id: string): Promise<void> {
		await until('the workflow to be published', async () => {
			const { status, triggers } = await this.ask<PublicationStatus>(
				'GET',
				`/workflows/${id}/publication-status`,
			);
			if (status === 'failed' || status === 'partial') {
				throw new Error(triggers.map(({ errorMessage }) => errorMessage).join('\n'));
			}
			return status === 'published' ? true : undefined;
		});
	}

	async deactivate({ id, versionId }: Workflow): Promise<void> {
		if (this.major === 1) {
			await this.ask('PATCH', `/workflows/${id}`, { active: false, versionId });
		} else {
			await this.ask('POST', `/workflows/${id}/deactivate`, {});
		}
	}

	/** The finished executions of a workflow, newest first. */
	async executions({ id }: Workflow): Promise<Execution[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
		const { results } = await this.ask<{ results: Execution[] }>(
			'GET',
			`/executions?filter=${filter}&limit=100`,
		);
		const ended = results.filter(({ status }) => ['success', 'error', 'crashed'].includes(status));
		return await Promise.all(
			ended.map(async (each) => await this.ask('GET', `/executions/${each.id}`)),
		);
	}

	async countSucceeded({ id }: Workflow): Promise<number> {
		const filter = JSON.stringify({ workflowId: id, status: ['success'] });
		const { count } = await this.ask<{ count: number }>(
			'GET',
			`/executions?filter=${encodeURIComponent(filter)}&limit=1`,
		);
		return count;
	}

	/** Calls a production webhook. */
	async callWebhook(path: string): Promise<{ status: number; data: unknown }> {
		const { status, data } = await this.http.get<unknown>(`/webhook/${path}`);
		return { status, data };
	}
}
