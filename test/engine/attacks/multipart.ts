/** Fails unless a multipart body has nothing but parts with a plain head each. */
export function expectPlainParts(contentType: string, body: Buffer): void {
	const boundary = /boundary=([\w-]+)$/.exec(contentType)?.[1] ?? '';
	expect(boundary).not.toBe('');
	const [before, ...parts] = body.toString('latin1').split(`--${boundary}`);
	expect(before).toBe('');
	expect(parts.pop()).toBe('--\r\n');
	for (const part of parts) {
		const [head = ''] = part.split('\r\n\r\n');
		const lines = head.split('\r\n').slice(1);
		for (const line of lines) {
			expect(line).toMatch(
				/^(Content-Disposition: form-data; name="[^"]*"(; filename="[^"]*")?|Content-Type: [\w.+-]+\/[\w.+-]+)$/,
			);
		}
		expect(lines.length).toBeLessThanOrEqual(2);
	}
}
