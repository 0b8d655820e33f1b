import type { CodeMeaning } from './code-meaning.ts';

/** What "covered" means for a column of codes of which those from `atLeast` on count: "rated 4 (likely); 3 (limited) …". */
export function codedDefinition(codes: readonly CodeMeaning[], atLeast: number): string {
  const said = (wanted: (code: number) => boolean) =>
    codes
      .filter(({ code }) => wanted(code))
      .map(({ code, meaning }) => `${code} (${meaning})`)
      .join(', ');
  const counted = said((code) => code >= atLeast);
  const others = said((code) => code >= 0 && code < atLeast);
  return `rated ${counted}${others ? `; ${others} do not count` : ''}; −1 is not known`;
}
