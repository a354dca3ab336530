import { parseArgs } from 'node:util';
import { startSandbox } from './index';

const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '4010' },
		seed: { type: 'string' },
		markets: { type: 'string' },
		orders: { type: 'string' },
		products: { type: 'string' },
		returns: { type: 'string' },
		redirect: { type: 'string' },
		'retry-scale': { type: 'string' },
		tunnel: { type: 'string', multiple: true },
		log: { type: 'boolean' },
	},
});

function whole(name: string, text: string): number {
	const value = Number(text);
	if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} must be a whole number`);
	return value;
}

async function main(): Promise<void> {
	const sandbox = await startSandbox({
		port: whole('port', values.port),
		...(values.seed ? { seed: whole('seed', values.seed) } : {}),
		...(values.markets ? { markets: values.markets.split(',') } : {}),
		...(values.orders ? { orders: whole('orders', values.orders) } : {}),
		...(values.products ? { products: whole('products', values.products) } : {}),
		...(values.returns ? { returns: whole('returns', values.returns) } : {}),
		...(values.redirect ? { redirectUrl: values.redirect } : {}),
		...(values['retry-scale'] ? { retryScale: Number(values['retry-scale']) } : {}),
		log: values.log ?? false,
	});
	for (const tunnel of values.tunnel ?? []) {
		const [origin, target] = tunnel.split('=');
		if (!origin || !target) throw new Error('--tunnel wants https://name=http://127.0.0.1:port');
		await sandbox.control.tunnel(origin, target);
	}
	const { app, url } = sandbox;
	const shops = await sandbox.control.shops();
	process.stdout.write(
		`TikTok Shop sandbox at ${url}

Paste into n8n's credential "TikTok Shop API":

App Key           ${app.appKey}
App Secret        ${app.appSecret}
Service ID        ${app.serviceId}
Custom Endpoints  on, and then
  Authorize URL   ${url}
  Auth URL        ${url}
  API URL         ${url}

Save it: the message shows the address to open. Accept there, and paste the address you are sent to
(the page itself need not load) into "Authorization Code". It begins with
${app.redirectUrl}

Control       ${url}/_control (POST a JSON array of arguments to /_control/<method>)

Shops         ${shops.map((shop) => `${shop.region} ${shop.id} ${shop.name}`).join('\n              ')}

Stop with Ctrl+C.
`,
	);
	process.once('SIGINT', () => void sandbox.stop());
	process.once('SIGTERM', () => void sandbox.stop());
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
