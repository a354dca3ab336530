import { endText, stepText } from './report';
import { run } from './run';
import { sourcePackage } from './source';
import type { Stage } from './stage';

const quiet = () => undefined;

describe('the demo', () => {
	it('reads the order, branches and updates the inventory', async () => {
		const report = await run(sourcePackage, quiet);
		expect(report.reason).toBeUndefined();
		expect(report).toMatchObject({
			ok: true,
			result: {
				executions: 2,
				orders: [
					{ execution: 'success', stock: [{ skuId: expect.stringMatching(/^\d{19}$/) as string }] },
					{ execution: 'success', stock: [] },
				],
			},
		});
		const [large, small] = report.result?.orders ?? [];
		expect(large?.nodes.at(-1)).toBe('Update inventory');
		expect(small?.nodes.at(-1)).toBe('Leave the stock');
	});

	it('says neither secrets nor tokens nor codes', async () => {
		let stage: Stage | undefined;
		let secrets: string[] = [];
		let said = '';
		const report = await run(
			{ ...sourcePackage },
			(step) => {
				said += stepText(step, 1);
			},
			async (ready) => {
				stage = ready;
				const { stop } = ready;
				ready.stop = async () => {
					const { id } = ready.credential;
					const data = await ready.host.credentials.get(id);
					const pasted = new URL(String(data.authorizationCode)).searchParams;
					secrets = [
						data.appSecret,
						data.accessToken,
						data.refreshToken,
						pasted.get('code'),
						pasted.get('state'),
					].map(String);
					await stop();
				};
				await Promise.resolve();
			},
		);
		said += endText(report) + JSON.stringify(report);
		expect(stage).toBeDefined();
		expect(secrets).toHaveLength(5);
		for (const secret of secrets) {
			expect(secret.length).toBeGreaterThan(8);
			expect(said).not.toContain(secret);
		}
	});

	it('says what went wrong and in which node', async () => {
		const report = await run(sourcePackage, quiet, async ({ sandbox }) => {
			await sandbox.control.withdrawScope('seller.product.write');
		});
		expect(report.ok).toBe(false);
		expect(report.reason).toContain('The workflow failed in "Update inventory"');
		expect(endText(report)).toContain('FAILED after step 5');
	});

	it('says so when a node of the example is missing', async () => {
		const report = await run({ ...sourcePackage, nodes: [] }, quiet);
		expect(report).toMatchObject({ ok: false, reason: expect.stringMatching(/\S/) as string });
	});

	it('says what the webhook was answered with when no execution starts', async () => {
		const report = await run(sourcePackage, quiet, async ({ sandbox, publicUrl }) => {
			await sandbox.control.tunnel(publicUrl, `${sandbox.url}/_nowhere`);
		});
		expect(report.reason).toMatch(/^No execution: the shop’s webhook was answered with \d{3}/);
	});
});
