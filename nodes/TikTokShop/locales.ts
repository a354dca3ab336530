import type { Field } from '../shared/fields';

const LANGUAGES: Record<string, string> = {
	'de-DE': 'German',
	en: 'English',
	'en-GB': 'English (United Kingdom)',
	'en-IE': 'English (Ireland)',
	'en-US': 'English (United States)',
	'es-ES': 'Spanish (Spain)',
	'es-MX': 'Spanish (Mexico)',
	'fr-FR': 'French',
	'id-ID': 'Indonesian',
	'it-IT': 'Italian',
	'ja-JP': 'Japanese',
	'ms-MY': 'Malay',
	'pt-BR': 'Portuguese (Brazil)',
	'th-TH': 'Thai',
	'vi-VN': 'Vietnamese',
	'zh-CN': 'Chinese (Simplified)',
};

/** The languages of categories, attributes and size charts. */
export const LOCALES = Object.keys(LANGUAGES).filter((locale) => locale !== 'en');

/** The languages of the EU markets, which manufacturers and responsible persons are kept in. */
export const EU_LOCALES = ['de-DE', 'en-IE', 'es-ES', 'fr-FR', 'it-IT'];

/** The languages of messages between buyers and shops. */
export const MESSAGE_LOCALES = Object.keys(LANGUAGES).filter(
	(locale) => !['en-IE', 'en-US'].includes(locale),
);

const toOptions = (locales: readonly string[]) =>
	locales.map((value) => ({ name: LANGUAGES[value] ?? value, value }));

/** A choice of the language that texts come in. */
export function localeOption(
	locales: readonly string[],
	send: string,
	description: string,
	suggested = locales[0] ?? '',
): Field {
	return {
		displayName: 'Language',
		name: 'locale',
		type: 'options',
		options: toOptions(locales),
		default: suggested,
		description,
		send,
	};
}

/** A choice of several languages. */
export function localesOption(
	locales: readonly string[],
	send: string,
	description: string,
): Field {
	return {
		displayName: 'Languages',
		name: 'locales',
		type: 'multiOptions',
		options: toOptions(locales),
		default: [],
		description,
		send,
	};
}
