import type { CodeMeaning } from '../domain/coverage/code-meaning.ts';

/**
 * What the numbers of a mobile rating stand for. Tables hold 0, 3 and 4; the programming interface describes 0 to 4, of
 * which 1 and 2 are no longer used. Source: Ofcom, Connected Nations mobile coverage, MobileAvailability.
 */
export const RATING_CODES: readonly CodeMeaning[] = [
  { code: 0, meaning: 'none' },
  { code: 1, meaning: 'reliable signal unlikely' },
  { code: 2, meaning: 'may have problems' },
  { code: 3, meaning: 'limited' },
  { code: 4, meaning: 'likely' },
];

/** The least code that counts as covered unless the person says otherwise. */
export const LIKELY = 4;
