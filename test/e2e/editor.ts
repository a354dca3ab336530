import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, type BrowserContext, type Locator, type Page } from 'playwright-core';

import { OWNER } from './rest';

const FLAGS = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

const PATIENCE_MS = 60_000;

/** n8n's editor in a browser, used as a person uses it. */
export class Editor {
	private constructor(
		private readonly context: BrowserContext,
		private readonly profile: string,
		readonly page: Page,
		private readonly url: string,
	) {
		page.setDefaultTimeout(PATIENCE_MS);
	}

	/** Opens a browser of its own and signs in. */
	static async open(chromiumPath: string, url: string): Promise<Editor> {
		const profile = await mkdtemp(join(tmpdir(), 'n8n-e2e-browser-'));
		const context = await chromium.launchPersistentContext(profile, {
			executablePath: chromiumPath,
			args: FLAGS,
			viewport: { width: 1280, height: 900 },
			colorScheme: 'light',
		});
		const page = context.pages()[0] ?? (await context.newPage());
		const editor = new Editor(context, profile, page, url);
		await editor.signIn();
		return editor;
	}

	async close(): Promise<void> {
		await this.context.close();
		await rm(this.profile, { recursive: true, force: true, maxRetries: 3 });
	}

	private async signIn(): Promise<void> {
		const { page } = this;
		await page.goto(`${this.url}/signin`);
		await page.locator('input[name="emailOrLdapLoginId"]').fill(OWNER.email);
		await page.locator('input[name="password"]').fill(OWNER.password);
		await this.element('form-submit-button').click();
		await page.waitForURL((address) => !address.pathname.includes('signin'));
	}

	element(testId: string, within: Locator | Page = this.page): Locator {
		return within.locator(`[data-test-id="${testId}"]`);
	}

	/** The input of a parameter, in a form or in a node. */
	parameter(name: string): Locator {
		return this.element(`parameter-input-${name}`);
	}

	private async visit(path: string): Promise<void> {
		await this.page.goto(`${this.url}${path}`);
	}

	/** Opens the empty form of a credential type. */
	async newCredential(type: string): Promise<void> {
		await this.visit('/home/credentials/create');
		await this.element('new-credential-type-select').locator('input').fill(type);
		await this.element('new-credential-type-select-option')
			.filter({ hasText: type })
			.first()
			.click();
		await this.element('new-credential-type-button').click();
		await this.element('credential-edit-dialog').waitFor();
	}

	async fill(name: string, value: string): Promise<void> {
		await this.parameter(name).locator('input').first().fill(value);
	}

	async select(name: string, choice: string): Promise<void> {
		await this.parameter(name).locator('input').first().click();
		await this.page
			.locator('.el-select-dropdown__item:visible')
			.filter({ hasText: choice })
			.first()
			.click();
	}

	async toggle(name: string): Promise<void> {
		await this.parameter(name).locator('.el-switch, [role="switch"]').first().click();
	}

	/** Saves the form of a credential; n8n tests it at once. */
	async saveCredential(): Promise<void> {
		await this.element('credential-save-button').click();
	}

	/** What the form says when the credential's test failed. */
	async credentialProblem(): Promise<string> {
		const form = this.element('credential-edit-dialog');
		const more = form.getByText('More details', { exact: true });
		await more.click();
		await more.waitFor({ state: 'hidden' });
		return await form.innerText();
	}

	async credentialIsConnected(): Promise<void> {
		const form = this.element('credential-edit-dialog');
		await form.getByText('Connection tested successfully').waitFor();
	}

	async openWorkflow(id: string): Promise<void> {
		await this.visit(`/workflow/${id}`);
		await this.element('canvas-node').first().waitFor();
	}

	/** “Import from file” in a new workflow. */
	async importWorkflow(file: string, nodes: number): Promise<void> {
		await this.visit('/workflow/new');
		await this.element('workflow-import-input').setInputFiles(file);
		await this.page
			.locator('.vue-flow__node')
			.nth(nodes - 1)
			.waitFor();
	}

	async openExecution(workflowId: string, executionId: string): Promise<void> {
		await this.visit(`/workflow/${workflowId}/executions/${executionId}`);
		await this.page
			.getByText(/Succeeded|Error/)
			.first()
			.waitFor();
		// n8n 1 draws the execution in a frame of its own, and both move it into place.
		await this.page.waitForTimeout(3000);
		// n8n's advice for a first active workflow lies over the picture.
		await this.page.keyboard.press('Escape');
	}

	/** Drags an action of a node from n8n's node panel onto the canvas; n8n opens it there. */
	async dragAction(node: string, action: string): Promise<void> {
		await this.element('node-creator-plus-button').click();
		await this.element('node-creator-search-bar').fill(node);
		const named = (name: string) =>
			this.element('node-creator-item-name')
				.filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) })
				.first();
		await named(node).click();
		await named(action).dragTo(this.element('canvas-wrapper'), {
			targetPosition: { x: 800, y: 330 },
		});
		await this.parameter('operation').waitFor();
	}

	/** Draws a line from the output of a node to the input of another one. */
	async connectNodes(from: string, to: string): Promise<void> {
		const handle = (side: 'input' | 'output', node: string) =>
			this.element(`canvas-node-${side}-handle`).and(
				this.page.locator(`[data-node-name="${node}"]`),
			);
		await handle('output', from).dragTo(handle('input', to));
		await this.page.locator('.vue-flow__edge').first().waitFor();
	}

	async openNode(name: string): Promise<void> {
		const node = this.element('canvas-node').filter({ hasText: name }).first();
		await node.dblclick();
		await this.element('node-parameters').waitFor();
	}

	async closeNode(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.element('node-parameters').waitFor({ state: 'hidden' });
	}

	/** Opens the list of a resource locator and waits until it shows such an entry. */
	async openList(name: string, entry: RegExp): Promise<string[]> {
		await this.element('rlc-input', this.parameter(name)).first().click();
		const items = this.element('rlc-item').locator('visible=true');
		// At first the list holds only what is chosen already.
		await items.filter({ hasText: entry }).first().waitFor();
		return await items.allInnerTexts();
	}

	async chooseFromList(text: string): Promise<void> {
		await this.element('rlc-item')
			.locator('visible=true')
			.filter({ hasText: text })
			.first()
			.click();
	}

	/** Executes the open node and returns what its output panel shows. */
	async executeStep(expected: RegExp): Promise<string> {
		await this.element('node-execute-button').first().click();
		const output = this.element('output-panel');
		await output.getByText(expected).first().waitFor();
		return await output.innerText();
	}

	/** The address a page ends at after the shop owner accepted. */
	async authorize(address: string): Promise<Page> {
		const page = await this.context.newPage();
		page.setDefaultTimeout(PATIENCE_MS);
		await page.goto(address);
		const started = page.url();
		await page.locator('#accept').click();
		await page.waitForURL((url) => url.origin !== new URL(started).origin);
		return page;
	}

	async shoot(file: string, { dark = false, page = this.page } = {}): Promise<void> {
		if (dark) await page.emulateMedia({ colorScheme: 'dark' });
		// Fonts, icons and short animations.
		await page.waitForTimeout(700);
		await page.screenshot({ path: file });
		if (dark) await page.emulateMedia({ colorScheme: 'light' });
	}
}
