// What the custom elements manifest is read from; test/support/write-manifest.js puts it into dist/.
export default {
  globs: ['src/**/*.ts'],
  exclude: ['**/*.d.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  dependencies: false,
};
