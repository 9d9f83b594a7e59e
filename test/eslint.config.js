// eslint --config test/eslint.config.js . (run at the root)
import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import { fileURLToPath } from 'node:url';

const typed = {
  parserOptions: {
    project: './tsconfig.json',
    tsconfigRootDir: fileURLToPath(new URL('..', import.meta.url)),
  },
};

// Text never becomes markup or code, nothing is kept in the reader's browser, and every engine prints the same.
const markup = 'text never becomes markup: use a template';
const storage = 'nothing is stored in, or sent from, the reader’s browser';
const locale = 'engines differ: take words and numbers from the language pack';
const bannedProperties = [
  ...[
    'innerHTML',
    'outerHTML',
    'insertAdjacentHTML',
    'createContextualFragment',
    'setHTMLUnsafe',
    'srcdoc',
  ].map((property) => ({ property, message: markup })),
  { object: 'document', property: 'write', message: markup },
  { object: 'document', property: 'writeln', message: markup },
  { object: 'document', property: 'cookie', message: storage },
  ...['localStorage', 'sessionStorage', 'indexedDB', 'sendBeacon'].map((property) => ({
    property,
    message: storage,
  })),
  { object: 'Date', property: 'parse', message: 'use the period reader in src/data' },
];
const bannedGlobals = [
  { name: 'DOMParser', message: markup },
  ...['localStorage', 'sessionStorage', 'indexedDB'].map((name) => ({ name, message: storage })),
];
const bannedSyntax = [
  {
    selector: 'ImportSpecifier[imported.name=/^(unsafeHTML|unsafeSVG|unsafeMathML|styleMap|unsafeStatic)$/]',
    message: 'a page may forbid inline style, and text never becomes markup',
  },
  {
    selector: 'ImportDeclaration[source.value=/directives.(unsafe-html|unsafe-svg|unsafe-mathml|style-map)/]',
    message: 'a page may forbid inline style, and text never becomes markup',
  },
  {
    selector: 'TemplateElement[value.raw=/\\.(innerHTML|outerHTML|srcdoc)\\s*=/]',
    message: markup,
  },
  { selector: 'MemberExpression[property.name=/^toLocale/]', message: locale },
  {
    selector:
      'CallExpression:matches([callee.name="addEventListener"], [callee.property.name="addEventListener"])[arguments.0.value=/^(before)?unload$/]',
    message: 'it keeps pages out of the back/forward cache: use pagehide',
  },
  {
    selector: 'AssignmentExpression[left.property.name=/^on(before)?unload$/]',
    message: 'it keeps pages out of the back/forward cache: use pagehide',
  },
];
const newDate = {
  selector: 'NewExpression[callee.name="Date"]',
  message: 'dates are read and made in src/data, in UTC',
};

export default defineConfig(
  { ignores: ['dist/', 'storybook-static/', 'coverage/', 'test/fixtures/', 'test/golden/', '**/*.d.ts'] },
  js.configs.recommended,
  {
    files: ['src/**/*.ts'],
    extends: [ts.configs.strictTypeChecked, lit['flat/recommended'], wc['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: typed,
    settings: { wc: { elementBaseClasses: ['LitElement', 'ChartElement'] } },
    rules: {
      ...litA11y.configs.recommended.rules,
      'no-eval': 'error',
      'no-implied-eval': 'off', // its typed twin is on
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-restricted-properties': ['error', ...bannedProperties],
      'no-restricted-globals': ['error', ...bannedGlobals],
      'no-restricted-syntax': ['error', ...bannedSyntax, newDate],
      // Taste.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-misused-spread': 'off', // [...text] is how code points are counted
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['src/data/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...bannedSyntax] },
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts', '.storybook/*.ts'],
    extends: [ts.configs.recommended],
    languageOptions: { globals: globals.browser },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-explicit-any': 'off', // bad input is what many tests are about
      '@typescript-eslint/no-unused-expressions': 'off', // chai: expect(x).to.be.true
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
);
