import axios from 'axios';

/** Opens the authorize address as the shop owner would, and returns the address TikTok redirects to. */
export async function authorize(
	address: string,
	decision: 'accept' | 'deny' = 'accept',
): Promise<string> {
	const answer = await axios.get(`${address}&_auto=${decision}`, {
		maxRedirects: 0,
		proxy: false,
		validateStatus: (status) => status === 302,
	});
	return String(answer.headers.location);
}
