import type { Distortion, MissingField } from './distortions';
import { isDistortion } from './distortions';

export type FaultKind =
	| Distortion
	| 'rateLimit'
	| 'status'
	| 'code'
	| 'reset'
	| 'resetMidBody'
	| 'truncate'
	| 'brokenGzip'
	| 'stall'
	| 'trickle'
	| 'html'
	| 'nonJson'
	| 'slow'
	| 'emptyBody'
	| 'wrongContentType';

export interface Fault {
	kind: FaultKind;
	/** Seconds for the Retry-After header of a rateLimit. */
	retryAfter?: number;
	status?: number;
	code?: number;
	message?: string;
	/** Milliseconds of a slow answer, or between two characters that trickle. */
	ms?: number;
	/** Lets the request take effect, for a fault that puts something else in the answer's place. */
	afterEffect?: boolean;
	/** What a missingField takes away; all of `data` unless told. */
	field?: MissingField;
}

export interface FaultRule {
	match?: {
		method?: string;
		/** A regular expression on the path. */
		path?: string;
		/** Start at the nth matching request, counted from 1. */
		nth?: number;
	};
	fault: Fault;
	/** How often it strikes, 1 unless told. */
	times?: number;
}

interface ArmedRule extends FaultRule {
	seen: number;
	left: number;
}

/** Faults the control API armed. */
export class FaultBox {
	private rules: ArmedRule[] = [];

	arm(rule: FaultRule): void {
		this.rules.push({ ...rule, seen: 0, left: rule.times ?? 1 });
	}

	clear(): void {
		this.rules = [];
	}

	strike(method: string, path: string): Fault | undefined {
		for (const rule of this.rules) {
			if (rule.left <= 0) continue;
			if (rule.match?.method && rule.match.method !== method) continue;
			if (rule.match?.path && !new RegExp(rule.match.path).test(path)) continue;
			rule.seen += 1;
			if (rule.seen < (rule.match?.nth ?? 1)) continue;
			rule.left -= 1;
			return rule.fault;
		}
		return undefined;
	}
}

const SPOILING = new Set<FaultKind>([
	'resetMidBody',
	'truncate',
	'brokenGzip',
	'stall',
	'trickle',
	'slow',
	'emptyBody',
	'wrongContentType',
]);

/** Faults that leave the request's effect in place and only spoil the answer. */
export function spoilsAnswerOnly(fault: Fault): boolean {
	return fault.afterEffect === true || isDistortion(fault.kind) || SPOILING.has(fault.kind);
}
