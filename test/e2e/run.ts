import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { endWhenTold, say } from './command';
import { Editor } from './editor';
import { installChromium, installHost, ROOT, type Major } from './install';
import { raiseStage } from './stage';
import { connecting } from './steps/connecting';
import { examples } from './steps/examples';
import type { Scene } from './steps/scene';
import { working } from './steps/working';

const secondsSince = (start: number) => `${((Date.now() - start) / 1000).toFixed(1)} s`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { n8n: { type: 'string', default: '2' }, images: { type: 'string' } },
	});
	const major: Major = values.n8n === '1' ? 1 : 2;
	const images = values.images ?? join(ROOT, '.cache', 'images', `n8n-${major}`);
	const startedAt = Date.now();
	const chromium = await installChromium();
	const host = await installHost(major);
	say(`Starting n8n ${host.version} with the package and the sandbox`);
	const stage = await raiseStage(host);
	endWhenTold(async () => await stage.end());
	let editor: Editor | undefined;
	try {
		editor = await Editor.open(chromium, stage.n8n.url);
		say(`n8n ${host.version} is ready after ${secondsSince(startedAt)}\n`);
		await play({ ...stage, editor, images });
	} finally {
		await editor?.close();
		await stage.end();
	}
	say(
		`\nAll steps passed on n8n ${host.version} in ${secondsSince(startedAt)}. Pictures: ${images}`,
	);
}

/** Runs the steps in order; each needs those before it, so the first failure ends the run. */
async function play(scene: Scene): Promise<void> {
	for (const { title, run } of [...connecting, ...examples, ...working]) {
		const startedAt = Date.now();
		try {
			const result = await run(scene);
			say(`✓ ${title} (${secondsSince(startedAt)})\n  ${result}`);
		} catch (error) {
			const picture = join(scene.images, 'failure.png');
			await scene.editor.shoot(picture);
			say(`✗ ${title} (${secondsSince(startedAt)})\n  The browser at that time: ${picture}`);
			say(`  n8n wrote:\n${scene.n8n.log}`);
			throw error;
		}
	}
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
