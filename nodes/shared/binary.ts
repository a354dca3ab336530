import { randomBytes } from 'crypto';
import type { IBinaryKeyData, IExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';

import { InputError, TikTokShopError } from './errors';
import type { Field } from './fields';
import { inTime, withoutRequest } from './http';
import { outcomeOf } from './outcome';
import { asText } from './text';

/** What an endpoint takes as a file. */
export interface Upload {
	/** The name of the file's part in the multipart body. */
	as: string;
	/** The types TikTok accepts, for instance image/png; without it all. */
	types?: readonly string[];
	/** The largest file TikTok accepts, in bytes. */
	maxBytes: number;
	/** Types with a limit of their own. */
	maxBytesOf?: Readonly<Record<string, number>>;
	/** The part that names the file, where TikTok wants that apart; a part the user filled in stays. */
	nameAs?: string;
}

/** Where a download comes from. */
export interface Download {
	/** The property of TikTok's `data` with the address of the file; without it the answer itself is the file. */
	urlFrom?: string;
	/** The file's name without its ending, made from what was asked. */
	fileName: (read: (name: string) => unknown) => string;
}

interface FileData {
	data: Buffer;
	fileName: string;
	mimeType: string;
}

/** How long a file may keep silent, and how long it may take in all. */
const FILE_TIMEOUT_MS = 120_000;

const LONGEST_FILE_MS = 600_000;

/** The fields of every operation that sends a file. */
export const uploadFields: Field[] = [
	{
		displayName: 'File From',
		name: 'fileSource',
		type: 'options',
		options: [
			{ name: 'Input Item', value: 'binary', description: 'A binary field of the incoming item' },
			{ name: 'URL', value: 'url', description: 'Fetch the file from an address first' },
		],
		default: 'binary',
		description: 'Where the file comes from',
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		displayOptions: { show: { fileSource: ['binary'] } },
		hint: 'The name of the input binary field that holds the file',
		description: 'The name of the input binary field containing the file to be uploaded',
	},
	{
		displayName: 'File URL',
		name: 'fileUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'https://example.com/picture.jpg',
		displayOptions: { show: { fileSource: ['url'] } },
		description: 'The address of the file; n8n fetches it and sends it on',
	},
];

/** The field of every operation that gives out a file. */
export const downloadField: Field = {
	displayName: 'Put Output File in Field',
	name: 'outputBinaryField',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the output binary field to put the file in',
	description: 'The name of the output binary field the file is put in',
};

/**
 * Reads the file to upload and refuses what TikTok would refuse, before anything is sent.
 *
 * @throws InputError for a missing, empty, too large or unsuitable file
 */
export async function readUpload(
	context: IExecuteFunctions,
	index: number,
	{ types, maxBytes, maxBytesOf = {} }: Upload,
	read: (name: string) => unknown,
): Promise<FileData> {
	const file =
		read('fileSource') === 'url'
			? await fetchFile(context, asText(read('fileUrl')).trim())
			: await readInput(context, index, asText(read('binaryPropertyName')).trim());
	if (file.data.length === 0)
		throw new InputError(`The file "${file.fileName}" is empty`, undefined, 'fileInput');
	const own = Object.hasOwn(maxBytesOf, file.mimeType) ? maxBytesOf[file.mimeType] : undefined;
	const most = own ?? maxBytes;
	if (file.data.length > most) {
		throw new InputError(
			`The file "${file.fileName}" is too large: ${inMegabytes(file.data.length)}, TikTok Shop takes ${inMegabytes(most)}`,
			undefined,
			'fileInput',
		);
	}
	if (types !== undefined && !types.includes(file.mimeType)) {
		throw new InputError(
			`The file "${file.fileName}" has the type ${file.mimeType || 'unknown'}, which TikTok Shop does not take here`,
			`It takes ${types.join(', ')}.`,
			'fileInput',
		);
	}
	return file;
}

const inMegabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

async function readInput(
	context: IExecuteFunctions,
	index: number,
	field: string,
): Promise<FileData> {
	const { binary: fields = {} } = context.getInputData()[index] ?? {};
	const binary = Object.hasOwn(fields, field) ? fields[field] : undefined;
	if (binary === undefined) {
		throw new InputError(
			`The item has no binary field "${field}"`,
			'Put a node before this one that gives a file, for instance "Read Files" or "HTTP Request", and enter the name of its output field.',
			'fileInput',
		);
	}
	const data = await context.helpers.getBinaryDataBuffer(index, field);
	return { data, fileName: binary.fileName ?? field, mimeType: binary.mimeType };
}

async function fetchFile(context: IExecuteFunctions, url: string): Promise<FileData> {
	if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
		throw new InputError(
			`"${url}" is not an address that a file can be fetched from`,
			undefined,
			'fileInput',
		);
	}
	const outcome = await outcomeOf(
		async () =>
			(await inTime(
				context.helpers.httpRequest({
					method: 'GET',
					url,
					encoding: 'arraybuffer',
					returnFullResponse: true,
					ignoreHttpStatusErrors: true,
					timeout: FILE_TIMEOUT_MS,
				}),
				LONGEST_FILE_MS,
			)) as IN8nHttpFullResponse,
	);
	if (outcome.error !== undefined) throw withoutRequest(outcome.error);
	const { statusCode, headers, body } = outcome.value;
	if (statusCode >= 400) {
		throw new TikTokShopError(
			'file',
			`The file could not be fetched: HTTP status ${statusCode}`,
			'Its address may have expired or not be public.',
		);
	}
	const mimeType = asText(headers['content-type']).split(';')[0]?.trim() ?? '';
	return { data: Buffer.from(body as ArrayBuffer), fileName: nameIn(url), mimeType };
}

/** The last part of an address; decoded it may look like a folder, or not be decodable at all. */
function nameIn(url: string): string {
	const last = new URL(url).pathname.split('/').pop() ?? '';
	return decoded(last).split(/[/\\]/).pop() || 'file';
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

/**
 * Fetches the file an answer points to and puts it into a binary field.
 *
 * @param name - the file's name without ending; the ending comes from its type
 * @param field - the name of the binary field
 * @throws TikTokShopError where the file cannot be fetched
 */
export async function downloadTo(
	context: IExecuteFunctions,
	url: string,
	name: string,
	field: string,
): Promise<IBinaryKeyData> {
	const { data, mimeType } = await fetchFile(context, url);
	return await toBinary(context, { data, mimeType }, name, field);
}

/** Puts a file that is here into a binary field; its name's ending comes from its type. */
export async function toBinary(
	context: IExecuteFunctions,
	{ data, mimeType }: Pick<FileData, 'data' | 'mimeType'>,
	name: string,
	field: string,
): Promise<IBinaryKeyData> {
	const type = mimeType === '' || mimeType === 'application/octet-stream' ? sniff(data) : mimeType;
	const ending = ENDINGS.get(type) ?? 'bin';
	return { [field]: await context.helpers.prepareBinaryData(data, `${name}.${ending}`, type) };
}

const ENDINGS = new Map([
	['application/pdf', 'pdf'],
	['image/png', 'png'],
	['image/jpeg', 'jpg'],
	['text/plain', 'zpl'],
	['application/zpl', 'zpl'],
]);

function sniff(data: Buffer): string {
	if (data.subarray(0, 4).toString('latin1') === '%PDF') return 'application/pdf';
	if (data.subarray(1, 4).toString('latin1') === 'PNG') return 'image/png';
	return 'application/octet-stream';
}

/** The file's name as TikTok takes it: no blanks, one period, no sign at the start (upload-product-file-202309). */
export function plainName(fileName: string): string {
	const [, stem = '', ending = ''] = /^(.*?)(\.[^.]*)?$/s.exec(fileName) ?? [];
	const plain = stem.replace(/[\s.]+/g, '-').replace(/^[^\p{L}\p{N}]+/u, '');
	return `${plain || 'file'}${ending.replace(/\s/g, '')}`;
}

/** A multipart/form-data body of some texts and one file. TikTok leaves such a body out of the signature. */
export function toMultipart(
	as: string,
	{ data, fileName, mimeType }: FileData,
	texts: Record<string, unknown>,
): { body: Buffer; contentType: string } {
	const boundary = `n8n${randomBytes(16).toString('hex')}`;
	const quoted = (text: string) => text.replace(/["\\]/g, '_').replace(/[\r\n]/g, ' ');
	const head = (disposition: string, more = '') =>
		Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n${more}\r\n`);
	const parts = Object.entries(texts).flatMap(([name, value]) => [
		head(`name="${quoted(name)}"`),
		Buffer.from(`${asText(value)}\r\n`),
	]);
	const body = Buffer.concat([
		...parts,
		head(
			`name="${quoted(as)}"; filename="${quoted(fileName)}"`,
			`Content-Type: ${quoted(mimeType)}\r\n`,
		),
		data,
		Buffer.from(`\r\n--${boundary}--\r\n`),
	]);
	return { body, contentType: `multipart/form-data; boundary=${boundary}` };
}
