/** An answer other than success: `code` and the cues in `message` follow errors.json. */
export class ApiError extends Error {
	constructor(
		readonly code: number,
		message: string,
		readonly status = 200,
		readonly headers: Record<string, string> = {},
	) {
		super(message);
	}
}

const SEVERAL = 36009004;

export const errors = {
	path: () => new ApiError(36009009, 'Invalid path. No endpoint has this path.', 404),
	notPlayed: (id: string) =>
		new ApiError(36009009, `Invalid path: ${id} is not played by this sandbox yet`, 200),
	method: () => new ApiError(36009010, 'Invalid method. The endpoint has another method.', 405),
	appKey: () => new ApiError(SEVERAL, 'Invalid credentials. Invalid app_key query parameter.', 401),
	appSecret: () => new ApiError(SEVERAL, 'Invalid credentials. Invalid app_secret.', 401),
	grantType: () => new ApiError(SEVERAL, 'Invalid grant_type query parameter.', 400),
	timestamp: (why: string) =>
		new ApiError(SEVERAL, `Invalid timestamp. The timestamp query parameter ${why}.`, 401),
	signatureMissing: () =>
		new ApiError(SEVERAL, 'Missing credentials. The query lacks a required signature.', 401),
	signature: () =>
		new ApiError(106001, 'Invalid credentials. The sign query parameter is invalid.', 401),
	tokenHeader: () =>
		new ApiError(SEVERAL, 'Invalid credentials. The x-tts-access-token header is invalid.', 401),
	tokenUnknown: () => new ApiError(105001, 'Invalid credentials. Access token is invalid.', 401),
	tokenExpired: (status: number) =>
		new ApiError(105002, 'Expired credentials. The x-tts-access-token header has expired.', status),
	userType: () =>
		new ApiError(
			101000,
			'Invalid query or header. The x-tts-access-token header has an invalid user_type.',
			401,
		),
	categoryCipher: () =>
		new ApiError(101000, 'Invalid query or header. Invalid category_asset_cipher.', 400),
	categoryCipherRefused: () =>
		new ApiError(SEVERAL, 'Unexpected identifier. category_asset_cipher is not required.', 400),
	scope: (missing: string[]) =>
		new ApiError(
			105005,
			`Access denied. The app or its access token lacks the access scope ${missing.join(' or ')}.`,
			403,
		),
	ip: () => new ApiError(36009033, 'Access denied. Your IP is not in the IP allow list.', 403),
	cipherMissing: () =>
		new ApiError(106013, 'Missing identifier. The shop_cipher query parameter is required.', 400),
	cipherRefused: () =>
		new ApiError(SEVERAL, 'Unexpected identifier. The shop_cipher parameter is not required.', 400),
	shop: (name: string) =>
		new ApiError(SEVERAL, `Invalid identifier. The ${name} query parameter is invalid.`, 400),
	version: () =>
		new ApiError(SEVERAL, 'Invalid API version. The version query parameter is invalid.', 400),
	rate: (headers: Record<string, string>) =>
		new ApiError(36009002, 'Too many requests. Wait and try again.', 429, headers),
	format: () =>
		new ApiError(
			36009022,
			'Invalid request format. The body must be application/json or multipart/form-data.',
			400,
		),
	multipart: () =>
		new ApiError(
			36009023,
			'Invalid request format. content-type must be multipart/form-data.',
			400,
		),
	idempotency: () =>
		new ApiError(SEVERAL, 'Invalid idempotency_key: it was sent with another request.', 400),
	internal: () => new ApiError(36009003, 'Internal error. Try again.', 500),
};

/** What an operation answers to a malformed parameter: its own code where it documents one. */
const PARAMETER_CODES = [25001001, 12052910, 21001001, 11001002, 11050001];

export function parameterError(errorCodes: string[], what: string): ApiError {
	const own = PARAMETER_CODES.find((code) => errorCodes.includes(String(code)));
	return new ApiError(own ?? SEVERAL, `Invalid request parameter: ${what}.`, 400);
}

/** A refusal by the business rules of an operation: HTTP 200 with a code. */
export function refusal(code: number, message: string): ApiError {
	return new ApiError(code, message);
}
