import { soakArrivals } from '/work/main/test/soak/arrivals';
import { loadBuiltAnew } from '/work/main/test/soak/load';
const a = loadBuiltAnew().nodes[0],
	b = loadBuiltAnew().nodes[0];
console.log('fresh', a !== b);
const t = Date.now();
let last = '';
soakArrivals(
	loadBuiltAnew,
	Number(process.argv[2] ?? 1),
	Number(process.argv[3] ?? 300),
	(s) => (last = s),
)
	.then((r) =>
		console.log(
			JSON.stringify(
				{
					...r,
					lost: [r.lost.length, r.lost.slice(0, 5)],
					duplicated: [r.duplicated.length, r.duplicated.slice(0, 5)],
					failed: r.failed.slice(0, 3),
				},
				null,
				1,
			),
			Date.now() - t,
		),
	)
	.catch((e) => console.log(last, e));
