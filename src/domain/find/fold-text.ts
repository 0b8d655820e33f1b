/**
 * Text as it is compared when something is looked for: lower case, without accents (Welsh ŵ, Gaelic ù), 'and' for '&',
 * apostrophes dropped, everything else that is no letter or digit a single space.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/['’‘ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
