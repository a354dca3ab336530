const { src, dest, parallel } = require('gulp');

// tsc compiles the code; icons and codex files are copied beside it.
const icons = () => src('icons/*.svg').pipe(dest('dist/icons'));
const codex = () => src('nodes/**/*.node.json').pipe(dest('dist/nodes'));

exports.default = parallel(icons, codex);
