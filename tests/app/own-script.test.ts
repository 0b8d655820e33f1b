import { describe, expect, it } from 'vitest';
import { isOwnScript } from '../../src/app/own-script.ts';

const place = { origin: 'https://council.test', href: 'https://council.test/maps/#/data', base: '/maps/' };

describe('scripts that may be loaded', () => {
  it.each([
    '/maps/assets/compute.worker-abc.js',
    'https://council.test/maps/assets/x.js',
    '/maps/sw.js',
    'assets/x.js',
  ])('%s', (url) => {
    expect(isOwnScript(url, place)).toBe(true);
  });

  it.each([
    'https://elsewhere.test/maps/assets/x.js',
    '//elsewhere.test/maps/assets/x.js',
    '/assets/x.js',
    '/maps/sw.js?x=1',
    '/maps/other/sw.js',
    '/maps/assets/../upload/x.js',
    '/maps/assets/%2e%2e/upload/x.js',
    'data:text/javascript,alert(1)',
    'blob:https://council.test/0',
    'javascript:alert(1)',
    'http://[',
  ])('not %s', (url) => {
    expect(isOwnScript(url, place)).toBe(false);
  });
});
