import { credentialForm } from '../sandbox/credentialForm';
import { endWhenTold, npm, say } from './command';
import { installHost, ROOT } from './install';
import { OWNER } from './rest';
import { raiseStage, type Stage } from './stage';
import { CREDENTIAL_TYPE, example, exampleFiles } from './workflows';

const PORT = 5678;

async function main(): Promise<void> {
	const host = await installHost(2);
	say('Building the package');
	await npm(['run', 'build', '--silent'], { cwd: ROOT });
	say(`Starting n8n ${host.version} with the package and the sandbox`);
	const stage = await raiseStage(host, { n8n: PORT });
	endWhenTold(async () => {
		say('\nStopping n8n and the sandbox');
		await stage.end();
	}, 0);
	try {
		await prepare(stage);
	} catch (error) {
		await stage.end();
		throw error;
	}
	say(`
Editor       ${stage.n8n.url}
Email        ${OWNER.email}
Password     ${OWNER.password}

The credential “Sandbox” is filled in: open it, choose Retry, and under More details stands the address to authorize at.
Workflows    ${[...(await exampleFiles()).keys()].join(', ')}
Sandbox      ${stage.sandbox.url} (place an order: curl -d '[]' ${stage.sandbox.url}/_control/placeOrder)

Stop with Ctrl+C.`);
}

/** Gives the new n8n what a visitor would have to type. */
async function prepare({ n8n, sandbox }: Stage): Promise<void> {
	const credential = {
		name: 'Sandbox',
		type: CREDENTIAL_TYPE,
		data: { ...credentialForm(sandbox) },
	};
	const { id, name } = await n8n.rest.createCredential(credential);
	for (const each of (await exampleFiles()).keys()) {
		await n8n.rest.createWorkflow(await example(each, { id, name }));
	}
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
