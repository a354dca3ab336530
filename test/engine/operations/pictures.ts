import type { INodeExecutionData } from 'n8n-workflow';

import { operate, type World } from '../support';
import { NODE } from './case';

/** The head of a PNG of this size, which is all the sandbox looks at. */
export function png(width: number, height: number, mark = ''): Buffer {
	const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
	const size = Buffer.alloc(8);
	size.writeUInt32BE(width, 0);
	size.writeUInt32BE(height, 4);
	return Buffer.concat([head, size, Buffer.from(`08060000${mark}`)]);
}

/** An input item that carries a file in the field "data". */
export function fileItem(data: Buffer, mimeType: string, fileName: string): INodeExecutionData {
	return { json: {}, binary: { data: { data: data.toString('base64'), mimeType, fileName } } };
}

/** Uploads as many pictures and returns their URIs. */
export async function uploadPictures(world: World, count: number, useCase = 'MAIN_IMAGE') {
	const pictures = Array.from({ length: count }, (_, index) =>
		fileItem(png(1200, 1200, `picture ${index}`), 'image/png', `${index}.png`),
	);
	const execution = await operate(
		world,
		{ resource: 'image', operation: 'upload', useCase },
		pictures,
	);
	expect(execution.error).toBeUndefined();
	return execution.json(NODE).map(({ uri }) => String(uri));
}
