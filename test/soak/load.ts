import { join, sep } from 'node:path';

import { loadBuiltPackage, type NodePackage } from '../demo/package';

const BUILT = join(__dirname, '..', '..', 'dist') + sep;

/** The built package, its modules fresh, as after a start of n8n. */
export function loadBuiltAnew(): NodePackage {
	for (const file of Object.keys(require.cache)) {
		if (file.startsWith(BUILT)) delete require.cache[file];
	}
	return loadBuiltPackage();
}
