const LONGEST_ADDRESS = 255;

/**
 * Why TikTok would refuse to send webhooks to an address.
 *
 * @returns words that go on after "TikTok Shop cannot reach it:"; undefined for an address that will do
 * @see doc page tts-webhooks-overview
 */
export function addressProblem(address: string): string | undefined {
	if (!URL.canParse(address)) return 'its address is not valid';
	const { protocol, hostname, port } = new URL(address);
	if (protocol !== 'https:') return 'its address does not begin with https';
	if (port !== '') return 'its address has a port';
	const isDomain = /[a-z]/i.test(hostname) && hostname.includes('.') && !hostname.startsWith('[');
	if (!isDomain) return 'its address is no domain name';
	if (address.length > LONGEST_ADDRESS) {
		return `its address is longer than ${LONGEST_ADDRESS} characters`;
	}
	return undefined;
}
