import relativeLinks from 'markdownlint-rule-relative-links';

export default {
	config: {
		// Paragraphs are one line each.
		MD013: false,
		// A changelog has the same headings for each version.
		MD024: { siblings_only: true },
		// Anchors that the nodes' messages link to.
		MD033: { allowed_elements: ['a'] },
		// Prettier aligns tables.
		MD060: false,
		'relative-links': true,
	},
	customRules: [relativeLinks],
	gitignore: true,
	globs: ['**/*.md'],
	noProgress: true,
};
