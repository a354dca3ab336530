import type { NodePackage } from './package';
import type { DemoReport } from './report';
import { setStage, type Stage } from './stage';
import { play, type OnStep, type Step } from './steps';

/** Changes the stage before the demo is played on it. */
export type Prepare = (stage: Stage) => Promise<void>;

/** Plays the demo; a failure becomes part of the report. */
export async function run(
	nodePackage: NodePackage,
	onStep: OnStep,
	prepare?: Prepare,
): Promise<DemoReport> {
	const startedAt = Date.now();
	const steps: Step[] = [];
	const report = (ending: Pick<DemoReport, 'ok' | 'reason' | 'result'>): DemoReport => ({
		ok: ending.ok,
		...(ending.reason === undefined ? {} : { reason: ending.reason }),
		package: nodePackage.origin,
		seconds: Math.round((Date.now() - startedAt) / 100) / 10,
		steps,
		...(ending.result === undefined ? {} : { result: ending.result }),
	});
	try {
		const stage = await setStage(nodePackage);
		try {
			await prepare?.(stage);
			const result = await play(stage, (step) => {
				steps.push(step);
				onStep(step);
			});
			return report({ ok: true, result });
		} finally {
			await stage.stop();
		}
	} catch (error) {
		return report({ ok: false, reason: error instanceof Error ? error.message : String(error) });
	}
}
