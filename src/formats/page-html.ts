/** Markup that was made here: all text in it is escaped. Nothing else is written into a page as it is. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What stands in an element: text, which is escaped, markup, or lists of them; null and false are nothing. */
export type Content = string | Markup | null | false | readonly Content[];

/** Attributes by name; true: without a value, null and false: left out. */
export type Attributes = Readonly<Record<string, string | number | true | null | false>>;

/** An element of HTML or SVG. `name` and the names of attributes are the program's, never a person's. */
export function element(name: string, attributes: Attributes, ...content: Content[]): Markup {
  const written = Object.entries(attributes)
    .map(([attribute, value]) => {
      if (value === null || value === false) return '';
      return value === true ? ` ${attribute}` : ` ${attribute}="${htmlText(String(value))}"`;
    })
    .join('');
  const open = `<${name}${written}>`;
  return new Markup(VOID.has(name) ? open : `${open}${contentText(content)}</${name}>`);
}

/** Several parts one after the other. */
export function parts(...content: Content[]): Markup {
  return new Markup(contentText(content));
}

/** A name out of somebody's file, kept apart from the direction in which the text around it runs. */
export function named(name: string): Markup {
  return element('bdi', {}, name);
}

/** A link to a page elsewhere where the address is one of the web; else its text alone. */
export function outwards(address: string): Markup {
  const isWeb = /^https?:\/\/[^\s]+$/i.test(address) && URL.canParse(address);
  return isWeb ? element('a', { href: address, rel: 'noreferrer noopener' }, address) : named(address);
}

/**
 * Text as it may stand in HTML between tags and in quoted attributes: the five marks escaped; controls, lone surrogates and
 * what is no character replaced by U+FFFD.
 */
export function htmlText(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(MARKS, (mark) => ESCAPES.get(mark) as string);
}

function contentText(content: Content): string {
  if (content === null || content === false) return '';
  if (typeof content === 'string') return htmlText(content);
  if (content instanceof Markup) return content.text;
  return content.map(contentText).join('');
}

const VOID: ReadonlySet<string> = new Set(['meta', 'col']);
const FORBIDDEN =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const MARKS = /[&<>"']/g;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);
