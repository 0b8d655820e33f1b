import { expect, it } from 'vitest';
import { isPartMissing, PartMissing } from '../../src/domain/part-missing.ts';

it.each([
  new TypeError('Failed to fetch dynamically imported module: https://council.test/assets/zip-abc.js'),
  new TypeError('error loading dynamically imported module: https://council.test/assets/zip-abc.js'),
  new TypeError('Importing a module script failed.'),
  new Error('Unable to preload CSS for /assets/sides-stage-abc.css'),
  new Error('Minified React error #306; visit https://react.dev/errors/306 for the full message.'),
  new SyntaxError('Unexpected end of input'),
  new SyntaxError("The requested module './a.js' does not provide an export named 'b'"),
  new PartMissing(),
])('%s: a part is missing', (error) => {
  expect(isPartMissing(error)).toBe(true);
});

it.each([
  new SyntaxError('Unexpected end of JSON input'),
  new SyntaxError('Unexpected token \'a\', "abc" is not valid JSON'),
  new SyntaxError('Invalid regular expression: /(/: Unterminated group'),
  new DOMException("'#1' is not a valid selector.", 'SyntaxError'),
  new TypeError('Failed to fetch'),
  new Error('Minified React error #31'),
  'dynamically imported module',
  null,
])('%s: something else is wrong', (error) => {
  expect(isPartMissing(error)).toBe(false);
});
