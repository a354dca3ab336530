import type { HelpGroup } from './help';

export const input = {
	title: 'What you entered',
	intro:
		'Here nothing was sent to TikTok, or nothing of the item in question. With several items, the message names the item. Turn on **On Error → Continue** in the settings of the node if the other items should go on.',
	topics: {
		fieldValue: {
			heading: 'A field is empty, or TikTok would not take its value',
			means:
				'The node checks fields before it sends anything, so that a wrong value does no harm. The message names the field and what it may hold.',
			todo: [
				'Correct the field that the message names.',
				'If the value is an expression, open the field and look at the result below it. Often the node before gives nothing, a list, or a value under another name.',
				'**Amounts** have a point and no currency: `1299.50`. **Dates** look like `2026-03-31T14:00:00`. **IDs** have only digits, sometimes letters.',
			],
		},
		lostDigits: {
			means:
				'The IDs of TikTok are longer than a number can hold exactly. A node before has read the ID as a number, and its last digits are wrong now. They cannot be brought back here.',
			todo: [
				'Keep IDs as text in the nodes before. In JSON put them in quotes: `"576461413038785752"`.',
				'In a spreadsheet format the column as plain text **before** you paste IDs.',
				'In a Code node do not use `Number()` or `parseInt()` on IDs.',
			],
		},
		notFound: {
			also: ['The order … was not found in the shop …'],
			means:
				'TikTok answered, but has nothing with this ID in this shop. Or an order has no package yet.',
			todo: [
				'Check the ID in Seller Center.',
				'With several shops, check that it belongs to the shop chosen in the node.',
				'An order gets its package when it waits for its shipment, and loses it when it is cancelled.',
			],
		},
		fileInput: {
			heading: 'The file is missing, empty, too large or of another type',
			means: 'The file was checked before it was sent. The message says what TikTok takes.',
			todo: [
				'The node before has to give a file. Look at its output: in the tab **Binary** stands the name of the field to enter.',
				'Convert a picture of another type before, or make it smaller.',
				'For a file from the web, enter a whole address that begins with `https://`.',
			],
		},
		file: {
			also: ['The file could not be fetched: HTTP status …'],
			means: 'TikTok found the file too large, or the address of the file gave none.',
			todo: [
				'Make the file smaller, or compress the picture.',
				'If it is fetched from an address: open the address in a private window. It has to work without signing in. Addresses that TikTok gives out end after some time.',
			],
		},
		foreignAddress: {
			heading: 'The credential does not sign this address',
			means:
				'Only for the HTTP Request node: it asked another server than TikTok’s. Then your access to the shop would be sent there, so it is refused.',
			todo: [
				'Use an address that begins with `https://open-api.tiktokglobalshop.com/`.',
				'For a proxy or a sandbox, turn on **Custom Endpoints** in the credential and enter it as **API URL**.',
			],
		},
		outdated: {
			heading: 'This version of the package does not know the operation or event',
			means: 'The workflow was made with another version of this package.',
			todo: [
				'Update the package: [how to](install.md#update).',
				'Or open the node and choose the operation or event again.',
			],
		},
	},
} satisfies HelpGroup;
