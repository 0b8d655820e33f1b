/** Text without its tags, a few named characters spelled out, on one line of at most `most` characters. Never markup. */
export function plainText(html: string, most: number): string {
  const text = html
    .slice(0, 20 * most)
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(
      /&(?:#(\d{1,7})|([a-z]{2,6}));/gi,
      (whole, code: string | undefined, name: string | undefined) =>
        code === undefined
          ? (NAMED.get((name ?? '').toLowerCase()) ?? whole)
          : character(Number(code), whole),
    )
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['copy', '©'],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['nbsp', ' '],
]);

function character(code: number, otherwise: string): string {
  return code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : otherwise;
}
