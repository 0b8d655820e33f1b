/**
 * The outermost element of an XML or HTML text, by its first bytes: its local name as printed ("html" in lower case),
 * null where none begins there. A DOCTYPE names the element too, and counts even where the element comes later.
 */
export function xmlRoot(head: Uint8Array): { readonly root: string | null; readonly hasDoctype: boolean } {
  const text = new TextDecoder().decode(head);
  let at = 0;
  for (;;) {
    at = skip(SPACE, text, at);
    if (text.startsWith('<?', at)) at = after('?>', text, at);
    else if (text.startsWith('<!--', at)) at = after('-->', text, at + 4);
    else break;
    if (at < 0) return { root: null, hasDoctype: false };
  }
  ELEMENT.lastIndex = at;
  const [, doctype, name] = ELEMENT.exec(text) ?? [];
  if (name === undefined) return { root: null, hasDoctype: false };
  const local = name.slice(name.indexOf(':') + 1);
  return {
    root: local.toLowerCase() === 'html' ? 'html' : local,
    hasDoctype: doctype !== undefined,
  };
}

const SPACE = /[\s\ufeff]*/y;
const ELEMENT = /<(!DOCTYPE\s+)?([A-Za-z_][\w.:-]{0,200})/iy;

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function after(mark: string, text: string, at: number): number {
  const found = text.indexOf(mark, at);
  return found < 0 ? -1 : found + mark.length;
}
