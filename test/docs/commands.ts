import { codeBlocks, codeSpans, documents } from './markdown';

/** What shows that a command of the documents works. */
export type Proof =
	/** A step of .ci/run. */
	| { ci: string }
	/** A job of .github/workflows/ci.yml only. */
	| { job: string }
	/** A test that runs it. */
	| { test: string }
	/** Nothing runs it, for this reason. */
	| { notRun: string };

const HERE = { test: 'test/unit/commands.test.ts' };

const DOCKER = {
	notRun: 'Docker is not everywhere; the test reads the options and compose.yml, no more',
};

const step = (command: string): Proof => ({ ci: command });

/** Every command in the documents. One that is missing here, or is in no document any more, fails the test. */
export const COMMANDS: Record<string, Proof> = {
	'.ci/run': { notRun: 'it is CI itself' },
	'npm ci': step('npm ci'),
	'npm test': step('npm test'),
	'npm run lint': step('npm run lint'),
	'npm run typecheck': step('npm run typecheck'),
	'npm run build': step('npm run build'),
	'npm run demo': step('npm run demo'),
	'npm run test:package': step('npm run test:package'),
	'npm run test:e2e': step('npm run test:e2e'),
	'npm run test:e2e:n8n1': { job: 'test:e2e:n8n1' },
	'npm run test:queue': { job: 'test:queue' },
	// The whole takes half an hour.
	'npm run bench': step('npm run bench -- --only signing'),
	'npm run soak': {
		notRun: 'it takes minutes; test/soak/soak.test.ts runs the same with fewer orders',
	},
	'npm run format': { notRun: 'it writes; `npm run lint` has Prettier check the same files' },
	'npm run n8n': {
		notRun: 'it runs until it is stopped; `npm run test:e2e` starts n8n in the same way',
	},
	'npm run docs': { test: 'test/unit/docs.test.ts' },
	'npm run sandbox': HERE,
	'npm run sandbox -- --tunnel https://n8n.example.com=http://127.0.0.1:5678': HERE,
	"curl -X POST http://127.0.0.1:4010/_control/placeOrder -H 'content-type: application/json' -d '[]'":
		HERE,
	'npm install --legacy-peer-deps --prefix ~/.n8n/nodes n8n-nodes-tiktok-shop': HERE,
	'npm install --legacy-peer-deps --prefix ~/.n8n/nodes n8n-nodes-tiktok-shop@latest': HERE,
	'npm pack': HERE,
	'npm install --legacy-peer-deps --prefix ~/.n8n/nodes ./n8n-nodes-tiktok-shop-*.tgz': HERE,
	'N8N_CUSTOM_EXTENSIONS="$PWD" n8n start': {
		notRun: 'it needs an n8n on the PATH; `npm run test:e2e` has n8n load the same files',
	},
	'docker volume create n8n_data': DOCKER,
	'docker run -d --name n8n --restart unless-stopped -p 5678:5678 -e GENERIC_TIMEZONE=Europe/London -v n8n_data:/home/node/.n8n docker.n8n.io/n8nio/n8n':
		DOCKER,
	'docker exec n8n sh -c "npm install --legacy-peer-deps --prefix ~/.n8n/nodes n8n-nodes-tiktok-shop"':
		HERE,
	'docker restart n8n': DOCKER,
	'docker compose up -d': DOCKER,
};

/** The commands that the documents tell people to run. */
export function documentedCommands(): string[] {
	const found = Object.values(documents()).flatMap((text) => [
		...codeBlocks(text, 'sh').flatMap(commandsIn),
		...codeSpans(text)
			.filter((code) => /^(npm|npx|docker|curl|git|\.ci\/)\b/.test(code))
			.flatMap(commandsIn),
	]);
	return [...new Set(found)];
}

/** The commands of a block of shell code, one by one. */
export function commandsIn(block: string): string[] {
	const lines = block.replace(/\\\n\s*/g, '').split('\n');
	return lines.flatMap((line) => line.split(/ && (?=(?:[^"]*"[^"]*")*[^"]*$)/));
}
