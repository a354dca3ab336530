import type { ICredentialType } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

import type { NodeClass } from '../engine/host';

/** Nodes and credentials, however they were loaded. */
export interface NodePackage {
	/** For the reader: where the code came from. */
	origin: string;
	nodes: NodeClass[];
	credentialTypes: ICredentialType[];
}

interface Manifest {
	name: string;
	version: string;
	n8n: { nodes: string[]; credentials: string[] };
}

const root = join(__dirname, '..', '..');

/** Loads the built package as n8n does: by the files that package.json lists under `n8n`. */
export function loadBuiltPackage(): NodePackage {
	const { name, version, n8n } = JSON.parse(
		readFileSync(join(root, 'package.json'), 'utf8'),
	) as Manifest;
	const load = createRequire(join(root, 'package.json'));
	return {
		origin: `${name} ${version}, built, from dist/`,
		nodes: n8n.nodes.map((file) => classIn<NodeClass>(load, file)),
		credentialTypes: n8n.credentials.map(
			(file) => new (classIn<new () => ICredentialType>(load, file))(),
		),
	};
}

/** n8n finds the class by the first part of the file's name. */
function classIn<T>(load: NodeJS.Require, file: string): T {
	const [className = ''] = basename(file).split('.');
	const found = (load(join(root, file)) as Record<string, T | undefined>)[className];
	if (found === undefined) throw new Error(`${file} exports no class ${className}`);
	return found;
}
