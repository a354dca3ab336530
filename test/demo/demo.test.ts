import { endText, stepText } from './report';
import { run } from './run';
import { sourcePackage } from './source';
import { setStage } from './stage';
import { play } from './steps';

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
		const stage = await setStage(sourcePackage);
		let said = '';
		const result = await play(stage, (step) => {
			said += stepText(step, 1) + JSON.stringify(step);
		}).finally(stage.stop);
		said += JSON.stringify(result);
		const data = await stage.host.credentials.get(stage.credential.id);
		const pasted = new URL(data.authorizationCode as string).searchParams;
		const secrets = [
			data.appSecret,
			data.accessToken,
			data.refreshToken,
			pasted.get('code'),
			pasted.get('state'),
		];
		for (const secret of secrets) {
			expect(secret).toMatch(/^\S{8,}$/);
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
		const report = await run(sourcePackage, quiet, async (stage) => {
			stage.patienceSeconds = 1;
			const { sandbox, publicUrl } = stage;
			await sandbox.control.tunnel(publicUrl, `${sandbox.url}/_nowhere`);
		});
		expect(report.reason).toMatch(/^No execution: the shop’s webhook was answered with \d{3}/);
	});
});
