import { soakFaults } from './faults';
import { loadBuiltAnew } from './load';
const t = Date.now();
soakFaults(
	loadBuiltAnew,
	{
		seed: Number(process.argv[2] ?? 1),
		repetitions: 1,
		long: process.argv[3] === 'long',
		sideBySide: 6,
	},
	(s) => console.log(((Date.now() - t) / 1000).toFixed(1), s),
).then((r) => console.log(JSON.stringify(r, null, 1), Date.now() - t));
