import { webhookSignature, type Delivery, type LoggedRequest, type Sandbox } from '../sandbox';

/** One exchange between the shop and n8n. Carries no token, secret, code or signature. */
export interface Exchange {
	from: 'n8n' | 'TikTok Shop';
	method: string;
	path: string;
	status: number;
	/** TikTok's own code in the answer, where there is one. */
	code?: number;
	/** Whether the answer had no body, which is what TikTok expects of a webhook's receiver. */
	empty: boolean;
	/** Whether the message carried the signature that the other side checked. */
	signed: boolean;
	at: number;
}

/** Reads the sandbox's logs piece by piece, so that every step shows only its own traffic. */
export class Wire {
	private requestsRead = 0;

	private deliveriesRead = 0;

	constructor(private readonly sandbox: Sandbox) {}

	/** What was exchanged since the last call, oldest first. */
	async news(): Promise<Exchange[]> {
		const { control, app } = this.sandbox;
		const requests = await control.requests();
		const deliveries = await control.deliveries();
		const exchanges = [
			...requests.slice(this.requestsRead).map(toExchange),
			...deliveries.slice(this.deliveriesRead).flatMap((each) => attemptsOf(each, app)),
		];
		this.requestsRead = requests.length;
		this.deliveriesRead = deliveries.length;
		return exchanges.sort((a, b) => a.at - b.at);
	}
}

function toExchange({ method, path, status, code, query, at }: LoggedRequest): Exchange {
	const signed = query.sign !== undefined;
	return { from: 'n8n', method, path, status, code, empty: false, signed, at };
}

function attemptsOf(delivery: Delivery, app: { appKey: string; appSecret: string }): Exchange[] {
	const { address, authorization, body, attempts } = delivery;
	return attempts.map(({ status = 0, answerBytes, at }) => ({
		from: 'TikTok Shop',
		method: 'POST',
		path: new URL(address).pathname,
		status,
		empty: answerBytes === 0,
		signed: authorization === webhookSignature(app.appKey, app.appSecret, body),
		at,
	}));
}
