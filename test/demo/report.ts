import type { DemoResult, Step } from './steps';
import type { Exchange } from './wire';

/** All that happened, for machines. */
export interface DemoReport {
	ok: boolean;
	/** Why it is not ok. */
	reason?: string;
	package: string;
	seconds: number;
	steps: Step[];
	result?: DemoResult;
}

export function stepText({ title, facts, requests }: Step, number: number): string {
	const lines = [
		`${number}. ${title}`,
		...facts.map((fact) => `   ${fact}`),
		...requests.map((exchange) => `     ${exchangeText(exchange)}`),
	];
	return `${lines.join('\n')}\n\n`;
}

/** `n8n → shop  POST /path  200, code 0, signed` */
function exchangeText({ from, method, path, status, code, empty, signed }: Exchange): string {
	const direction = from === 'n8n' ? 'n8n → shop' : 'shop → n8n';
	const answer = [
		String(status),
		...(code === undefined ? [] : [`code ${code}`]),
		...(empty ? ['empty body'] : []),
		signed ? 'signed' : unsigned(path),
	];
	return `${direction}  ${method} ${path}  ${answer.join(', ')}`;
}

/** TikTok takes the app secret itself there, in place of a signature. */
const unsigned = (path: string) =>
	path.startsWith('/api/v2/token/') ? 'no signature needed' : 'NOT SIGNED';

export function endText({ ok, reason, seconds, steps, result }: DemoReport): string {
	if (!ok || result === undefined) {
		return `FAILED after step ${steps.length}: ${reason ?? 'no result'}\n`;
	}
	const count = steps.reduce((sum, { requests }) => sum + requests.length, 0);
	const { orders, executions } = result;
	const lines = orders.map(({ orderId, total, currency, stock }) => {
		const [change] = stock;
		const effect = change
			? `stock of SKU ${change.skuId}: ${change.before} → ${change.after}`
			: 'stock left as it is';
		return `   Order ${orderId}, ${total} ${currency}: ${effect}`;
	});
	return [
		`Done: ${orders.length} orders, ${executions} executions, ${count} requests, ${seconds} seconds`,
		...lines,
		'',
	].join('\n');
}
