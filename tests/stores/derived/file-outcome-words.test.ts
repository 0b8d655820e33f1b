import { expect, it } from 'vitest';
import { fileOutcomeWords } from '../../../src/stores/derived/file-outcome-words.ts';
import { sizeWords } from '../../../src/stores/derived/size-words.ts';

const SAVED = {
  state: 'saved',
  fileName: 'a.notspot',
  bytes: 1_640_000,
  isCertain: true,
  isBehind: false,
} as const;

it('says no more of a file than is known of it', () => {
  expect(fileOutcomeWords(SAVED)).toEqual({
    kind: 'done',
    title: 'Saved to a.notspot',
    more: '1.6 MB, checked and closed.',
  });
  const handed = fileOutcomeWords({ ...SAVED, isCertain: false });
  expect(handed.title).toBe('Handed to your browser as a.notspot');
  expect(handed.more).toContain('a browser does not tell whether it could write a file');
  expect(fileOutcomeWords({ ...SAVED, isBehind: true }).more).toContain('save again to have it');
});

it('says "Not saved to a file" of every other end, and what became of earlier files', () => {
  for (const outcome of [
    { state: 'cancelled' },
    { state: 'failed', problem: 'The disk is full.' },
  ] as const) {
    const { kind, title, more } = fileOutcomeWords(outcome);
    expect(kind).not.toBe('done');
    expect(title).toBe('Not saved to a file');
    expect(more).toContain('Earlier files are as they were.');
  }
  expect(fileOutcomeWords({ state: 'failed', problem: 'The disk is full.' }).more).toMatch(
    /^The disk is full\. /,
  );
});

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1_000, '1 kB'],
  [640_499, '640 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [1_640_000, '1.6 MB'],
  [999_949_999, '999.9 MB'],
  [999_950_000, '1.0 GB'],
  [1_900_000_000, '1.9 GB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
