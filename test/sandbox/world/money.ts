/** An amount in the currency's smallest unit as the decimal string TikTok sends. */
export function money(minor: number, decimals: number): string {
	if (decimals === 0) return String(minor);
	const sign = minor < 0 ? '-' : '';
	const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
	return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The smallest unit of an amount string, undefined when it is not one. */
export function minorUnits(text: string, decimals: number): number | undefined {
	const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(text);
	if (!match) return undefined;
	const fraction = match[2] ?? '';
	if (fraction.length > decimals) return undefined;
	return Number(match[1] + fraction.padEnd(decimals, '0'));
}
