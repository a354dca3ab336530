import { createHash } from 'node:crypto';
import { errors } from './errors';
import type { JsonObject } from './json';

interface Kept {
	request: string;
	data: JsonObject;
}

/** Answers of requests that carried an idempotency_key. */
export class IdempotencyStore {
	private readonly kept = new Map<string, Kept>();

	/** Does the work once per key; a key may not come back with another request. */
	async once(
		key: string,
		request: string,
		work: () => Promise<JsonObject> | JsonObject,
	): Promise<JsonObject> {
		const digest = createHash('sha256').update(request).digest('hex');
		const known = this.kept.get(key);
		if (known) {
			if (known.request !== digest) throw errors.idempotency();
			return known.data;
		}
		const data = await work();
		this.kept.set(key, { request: digest, data });
		return data;
	}
}
