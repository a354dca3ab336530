import { NODE } from '../operations/case';
import { operate, startConnected, type World } from '../support';
import { envelope, forward, startServer, type KeepingServer } from './server';

let world: World;
let between: KeepingServer;
/** What the product endpoints answer with. */
let body = '';

const HTML = '<img src=x onerror="alert(1)"><a href="javascript:alert(1)">x</a>';

beforeAll(async () => {
	world = await startConnected({ markets: ['GB'], orders: 1, products: 1, returns: 0 });
	between = await startServer(async (kept) =>
		kept.target.startsWith('/product/')
			? { ...envelope('{}'), body }
			: await forward(world.sandbox.url, kept),
	);
	await world.host.credentials.update(world.credential.id, { apiUrl: between.url });
});

afterAll(async () => {
	await world.stop();
	await between.stop();
});

const ask = async () =>
	await operate(world, {
		resource: 'customApiCall',
		operation: 'request',
		method: 'POST',
		path: '/product/202309/products',
		shopCipher: 'none',
		bodyType: 'none',
	});

/** n8n renders hints and the details of errors. */
function expectOnlyOurTags(shown: string): void {
	expect(shown).toContain('&lt;img src=x');
	expect(
		shown.replace(/<br>|<a href="https:\/\/[^"]*" target="_blank">[^<]*<\/a>/g, ''),
	).not.toMatch(/[<>]/);
}

it('HTML in TikTok’s reason for a refusal is shown as text', async () => {
	body = JSON.stringify({ code: 12052999, message: HTML, request_id: HTML });
	const { error } = await ask();
	expectOnlyOurTags(String(error?.description));
});

it('HTML in TikTok’s reason for a part of a refusal is shown as text', async () => {
	const errors = [{ code: 12052999, message: HTML, detail: { product_id: HTML } }];
	body = JSON.stringify({ code: 0, message: 'Success', request_id: '1', data: { errors } });
	const { error } = await ask();
	expectOnlyOurTags(String(error?.description));
});

it('HTML in TikTok’s warnings is shown as text', async () => {
	const warnings = [{ message: HTML }];
	body = JSON.stringify({ code: 0, message: 'Success', request_id: '1', data: { warnings } });
	const { error, runData } = await ask();
	expect(error).toBeUndefined();
	const hints = (runData[NODE] ?? []).flatMap((task) => task.hints ?? []);
	expect(hints).toHaveLength(1);
	expectOnlyOurTags(hints[0]?.message ?? '');
});
