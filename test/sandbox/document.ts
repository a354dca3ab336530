/** A PDF of one page with a line of text. */
function smallPdf(text: string): Buffer {
	const safe = text.replace(/[^\x20-\x7e]|[()\\]/g, ' ');
	const content = `BT /F1 14 Tf 20 380 Td (${safe}) Tj ET`;
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 298 420] /Contents 4 0 R ' +
			'/Resources << /Font << /F1 5 0 R >> >> >>',
		`<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
	];
	let file = '%PDF-1.4\n';
	const offsets = objects.map((object, index) => {
		const offset = file.length;
		file += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return offset;
	});
	const start = file.length;
	const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
	file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
	file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
	return Buffer.from(file, 'latin1');
}

/** One white pixel. */
const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAGy0vZQAAAABJRU5ErkJggg==',
	'base64',
);

/** The file behind a shipping document's address, by the ending of its name. */
export function documentFile(name: string): { type: string; data: Buffer } {
	if (name.endsWith('.png')) return { type: 'image/png', data: PNG };
	if (name.endsWith('.zpl')) {
		return { type: 'text/plain', data: Buffer.from(`^XA^FO20,20^A0N,30^FD${name}^FS^XZ`) };
	}
	return { type: 'application/pdf', data: smallPdf(name) };
}
