import { createHash } from 'node:crypto';
import { kept } from './kept';
import type { World } from './world';

export interface UploadedImage {
	uri: string;
	url: string;
	width: number;
	height: number;
	use_case: string;
	/** Unix seconds from which the white background can be seen; undefined before it was asked for. */
	optimizedAt?: number;
}

export interface UploadedFile {
	id: string;
	url: string;
	name: string;
	format: string;
}

export interface TranslationTask {
	id: string;
	image: UploadedImage;
	target_language: string;
	created: number;
}

const HOST = 'https://images.example.com';

const digestOf = (...parts: Array<Buffer | string>) => {
	const hash = createHash('md5');
	for (const part of parts) hash.update(part);
	return hash.digest('hex');
};

/** Width and height from the head of a PNG or BMP; other formats count as 600 × 600. */
export function sizeOf(data: Buffer): { width: number; height: number } | undefined {
	if (data.subarray(1, 4).toString('latin1') === 'PNG' && data.length >= 24) {
		return { width: data.readUInt32BE(16), height: data.readUInt32BE(20) };
	}
	if (data.subarray(0, 2).toString('latin1') === 'BM' && data.length >= 26) {
		return { width: data.readInt32LE(18), height: Math.abs(data.readInt32LE(22)) };
	}
	const jpeg = data.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]));
	const webp = data.subarray(8, 12).toString('latin1') === 'WEBP';
	const heic = data.subarray(4, 8).toString('latin1') === 'ftyp';
	return jpeg || webp || heic ? { width: 600, height: 600 } : undefined;
}

/** What the seller uploaded; it belongs to no shop. */
export class Media {
	private readonly images = new Map<string, UploadedImage>();
	private readonly files = new Map<string, UploadedFile>();
	private readonly tasks = new Map<string, TranslationTask>();

	addImage(
		data: Buffer,
		useCase: string,
		{ width, height }: { width: number; height: number },
	): UploadedImage {
		const uri = `tos-sandbox-i/${digestOf(data, useCase)}`;
		const image = { uri, url: `${HOST}/${uri}`, width, height, use_case: useCase };
		this.images.set(uri, image);
		return image;
	}

	image(uri: string): UploadedImage | undefined {
		return this.images.get(uri);
	}

	/** The picture on a white background, kept under an address of its own. */
	optimized(image: UploadedImage): UploadedImage {
		const uri = `tos-sandbox-o/${digestOf(image.uri)}`;
		const made = { ...image, uri, url: `${HOST}/${uri}` };
		this.images.set(uri, made);
		return made;
	}

	addFile(data: Buffer, name: string): UploadedFile {
		const id = `v09${digestOf(data, name)}`;
		const format = name.split('.').pop()?.toUpperCase() ?? '';
		const file = { id, url: `${HOST}/files/${id}`, name, format };
		this.files.set(id, file);
		return file;
	}

	file(id: string): UploadedFile | undefined {
		return this.files.get(id);
	}

	addTask(image: UploadedImage, language: string, created: number): TranslationTask {
		const id = digestOf(image.uri, language, String(this.tasks.size));
		const task = { id, image, target_language: language, created };
		this.tasks.set(id, task);
		return task;
	}

	task(id: string): TranslationTask | undefined {
		return this.tasks.get(id);
	}

	tasksSince(seconds: number): number {
		return [...this.tasks.values()].filter(({ created }) => created >= seconds).length;
	}
}

export const mediaOf = kept<World, Media>(() => new Media());
