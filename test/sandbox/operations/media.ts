import { refusal } from '../errors';
import type { JsonObject } from '../json';
import { project } from '../project';
import { mediaOf, sizeOf, type UploadedImage } from '../world/media';
import type { Call, Handlers, SentFile } from './types';

const MEGABYTE = 1024 * 1024;
const DAY = 86_400;

/** Within the five minutes and few seconds that the pages speak of. */
const TRANSLATION_SECONDS = 120;
const OPTIMIZING_SECONDS = 3;

const MOST_TASKS = 20;
const MOST_TASKS_A_DAY = 500;

const LANGUAGES = ['de-DE', 'en-IE', 'es-ES', 'fr-FR', 'it-IT'];
const EU = ['DE', 'ES', 'FR', 'IE', 'IT'];

function fileOf({ files }: Call): SentFile {
	const file = files?.data;
	if (!file) throw refusal(12038002, 'Invalid upload file.');
	return file;
}

function textOf({ form }: Call, name: string): string | undefined {
	const value = form?.get(name);
	return typeof value === 'string' ? value : undefined;
}

function uploadImage(call: Call): JsonObject {
	const { data } = fileOf(call);
	const useCase = textOf(call, 'use_case') ?? 'MAIN_IMAGE';
	if (data.length > 10 * MEGABYTE) {
		throw refusal(12038005, 'The file size exceeds the maximum allowed size.');
	}
	const size = sizeOf(data);
	if (!size) {
		throw refusal(
			12038015,
			'Failed to process the image. Supported formats: JPG, JPEG, PNG, WEBP, HEIC, BMP',
		);
	}
	const [least, most] = useCase === 'MAIN_IMAGE' ? [300, 4000] : [100, 20_000];
	const sides = [size.width, size.height];
	const shortest = Math.min(...sides);
	if (
		shortest < least ||
		Math.max(...sides) > most ||
		(useCase === 'SIZE_CHART_IMAGE' && shortest < 1024)
	) {
		throw refusal(12038014, 'The image dimensions exceed the allowed limits.');
	}
	return project(
		call.operation.response,
		mediaOf(call.sandbox.world).addImage(data, useCase, size),
	);
}

const FILE_LIMITS: Record<string, number> = { pdf: 20 * MEGABYTE };
const VIDEOS = ['mp4', 'mov', 'mkv', 'wmv', 'webm', 'avi', '3gp', 'flv', 'mpeg'];
for (const ending of VIDEOS) FILE_LIMITS[ending] = 100 * MEGABYTE;

function uploadFile(call: Call): JsonObject {
	const { data } = fileOf(call);
	const name = textOf(call, 'name') ?? '';
	if (name === '') throw refusal(12019104, 'The file name is empty.');
	if (data.length === 0) throw refusal(12019103, "Couldn't upload file, the file is empty.");
	const ending = /^[\p{L}\p{N}][^\s.]*\.([^\s.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
	const most = FILE_LIMITS[ending];
	if (most === undefined) throw refusal(12019105, 'Failed to process the file.');
	if (data.length > most) {
		throw refusal(12038005, 'The file size exceeds the maximum allowed size.');
	}
	return project(call.operation.response, mediaOf(call.sandbox.world).addFile(data, name));
}

function ownImage({ sandbox }: Call, uri: string, code: number): UploadedImage {
	const image = mediaOf(sandbox.world).image(uri);
	if (!image) throw refusal(code, 'The image URI does not exist in TikTok Shop.');
	return image;
}

/** The first answer for a picture is always PROCESSING (optimized-images-202404). */
function optimize(call: Call): JsonObject {
	const { world, clock } = call.sandbox;
	const asked = (call.body.images ?? []) as Array<{ uri: string; optimization_mode?: string[] }>;
	const images = asked.map((each) => ownImage(call, each.uri, 12052722));
	if (asked.some(({ optimization_mode }) => !optimization_mode?.length)) {
		throw refusal(12019070, 'The optimization mode is invalid.');
	}
	const now = clock.seconds();
	return {
		images: images.map((image) => {
			const { width, height, uri, url } = image;
			image.optimizedAt ??= now + OPTIMIZING_SECONDS;
			const original = { width, height, original_uri: uri, original_url: url };
			if (now < image.optimizedAt) return { ...original, optimize_status: 'PROCESSING' };
			const made = mediaOf(world).optimized(image);
			return {
				...original,
				optimized_uri: made.uri,
				optimized_url: made.url,
				optimize_status: 'SUCCESS',
			};
		}),
	};
}

function checkEurope({ home }: Call): void {
	if (!EU.includes(home.shop.region)) {
		throw refusal(12038013, 'This operation is not available for this shop.');
	}
}

function translate(call: Call): JsonObject {
	checkEurope(call);
	const { world, clock } = call.sandbox;
	const asked = call.body.images as Array<{ image_uri: string; target_languages: string[] }>;
	const wanted = asked.flatMap(({ image_uri, target_languages }) => {
		const image = ownImage(call, image_uri, 12038008);
		return target_languages.map((language) => ({ image, language }));
	});
	if (wanted.some(({ language }) => !LANGUAGES.includes(language))) {
		throw refusal(12038009, 'The specified `target_language` is invalid or unsupported.');
	}
	if (wanted.length > MOST_TASKS) {
		throw refusal(12038010, 'The number of translation task IDs exceeded the limit of 20.');
	}
	const now = clock.seconds();
	if (mediaOf(world).tasksSince(now - DAY) + wanted.length > MOST_TASKS_A_DAY) {
		throw refusal(12038012, 'Exceeded the daily limit of 500 translation tasks.');
	}
	return {
		translation_tasks: wanted.map(({ image, language }) => {
			const { id } = mediaOf(world).addTask(image, language, now);
			return { image_uri: image.uri, target_language: language, id };
		}),
	};
}

function translations(call: Call): JsonObject {
	checkEurope(call);
	const { world, clock } = call.sandbox;
	const ids = (call.query.translation_task_ids ?? []) as string[];
	const tasks = ids.map((id) => {
		const task = mediaOf(world).task(id);
		if (!task) throw refusal(12038011, 'The translation task ID is invalid.');
		return task;
	});
	return {
		translation_tasks: tasks.map(({ id, image, target_language, created }) => {
			const known = { original_image: { uri: image.uri, url: image.url }, id, target_language };
			if (clock.seconds() < created + TRANSLATION_SECONDS) {
				return { ...known, status: 'PROCESSING' };
			}
			const uri = `${image.uri}-${target_language}`;
			return {
				...known,
				status: 'COMPLETED',
				translated_image: { uri, url: `https://images.example.com/${uri}` },
			};
		}),
	};
}

export const media: Handlers = {
	'products.upload-product-image': uploadImage,
	'products.upload-product-file': uploadFile,
	'products.optimized-images': optimize,
	'products.create-image-translation-tasks': translate,
	'products.get-image-translation-tasks': translations,
};
