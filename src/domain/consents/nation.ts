/** Planning is devolved: each nation has its own orders. */
export type Nation = 'England' | 'Wales' | 'Scotland' | 'Northern Ireland';

/** The nation of a GSS code, which begins with its letter (E05…, W06…, S13…, N09…); null for a code of another kind. */
export function nationOfCode(code: string): Nation | null {
  if (!/^[EWSN]\d{2}/.test(code)) return null;
  return { E: 'England', W: 'Wales', S: 'Scotland', N: 'Northern Ireland' }[code[0]] as Nation;
}
