/**
 * What somebody wrote under a question of yes or no: true, false, or null where it says neither ("perhaps", "=1+1").
 * `isBlank`: nothing was answered, or that it is not known, so that nothing is wrong with it.
 */
export function saidYes(text: string): { readonly value: boolean | null; readonly isBlank: boolean } {
  const said = text.trim();
  if (/^(?:|unknown|not known|not asked|n\/a|\?|-)$/i.test(said)) return { value: null, isBlank: true };
  const value = YES.test(said) ? true : NO.test(said) ? false : null;
  return { value, isBlank: false };
}

const YES = /^(?:yes|y|true|t|1|mains)\b/i;

const NO = /^(?:no|n|false|f|0|none)\b/i;
