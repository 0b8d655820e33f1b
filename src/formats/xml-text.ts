/**
 * Text as it may stand in XML 1.0 between tags and in attributes: the five marks escaped, line ends kept (as &#13;),
 * characters that XML allows nowhere (controls, lone surrogates, U+FFFE, U+FFFF) replaced by U+FFFD.
 */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(MARKS, (mark) => ESCAPES.get(mark) as string);
}

const FORBIDDEN =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const MARKS = /[&<>"'\r]/g;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
  ['\r', '&#13;'],
]);
