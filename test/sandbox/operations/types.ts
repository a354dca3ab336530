import type { JsonObject } from '../json';
import type { QueryValue } from '../parameters';
import type { Operation } from '../reference';
import type { SandboxState } from '../state';
import type { ShopWorld } from '../world/world';

export interface SentFile {
	data: Buffer;
	name: string;
	type: string;
}

/** A request that passed every check. */
export interface Call {
	operation: Operation;
	sandbox: SandboxState;
	/** The shop of shop_cipher; the seller's first one where the operation takes none. */
	home: ShopWorld;
	path: Record<string, string>;
	query: Record<string, QueryValue>;
	/** Checked against the reference already. */
	body: Record<string, unknown>;
	/** Parts of a multipart request. */
	form?: FormData;
	/** Its files. */
	files?: Record<string, SentFile>;
}

/** Returns what stands under `data`; refusals are thrown. */
export type Handler = (call: Call) => JsonObject;

export type Handlers = Record<string, Handler>;
