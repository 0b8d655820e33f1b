import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { XmlBroken, XmlDoctype, XmlTooLong } from './xml-broken.ts';

/** An element without its name's prefix, with what stands directly in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  /** Character data directly within, pieces joined. */
  text: string;
}

/** What is told while parsing. `path`: the elements open around it, the outermost first. */
export interface XmlHandler {
  /** Return true to keep what stands within this element: its `close` then gets it whole. */
  open(element: XmlElement, path: readonly XmlElement[]): boolean;
  close(element: XmlElement, path: readonly XmlElement[]): void;
}

/**
 * Parses XML 1.0 as it comes (by saxes), without ever holding the whole text or tree. Throws XmlBroken with the line
 * where it is not well-formed, XmlDoctype at any declaration (<!DOCTYPE, <!ENTITY …), so that nothing is expanded or
 * fetched, and XmlTooLong beyond the limits below. Prefixes are dropped from names; namespaces are not resolved.
 * Blank lines before the start are forgiven.
 */
export class XmlParser {
  private readonly saxes = new SaxesParser({
    xmlns: false,
    position: false,
    forceXMLVersion: true,
    defaultXMLVersion: '1.0',
  });
  private readonly handler: XmlHandler;
  private readonly path: XmlElement[] = [];
  /** How many of `path`, from the inside, are kept whole. */
  private keptDepth = 0;
  private keptElements = 0;
  /** Characters taken since saxes last told of something. */
  private untold = MAX_TEXT_LENGTH - MAX_TAG_LENGTH;
  private begun = false;

  constructor(handler: XmlHandler) {
    this.handler = handler;
    const { saxes } = this;
    saxes.ENTITIES = new Proxy(saxes.ENTITIES, { get: (_, name) => this.entity(String(name)) });
    saxes.on('error', ({ message }) => {
      if (DECLARATION_ERROR.test(message)) throw new XmlDoctype(saxes.line, message);
      throw new XmlBroken(saxes.line, message.replace(/\.$/, ''));
    });
    saxes.on('doctype', (text) => {
      throw new XmlDoctype(saxes.line - lineEnds(text), 'a DOCTYPE');
    });
    saxes.on('opentagstart', () => {
      this.untold = MAX_TEXT_LENGTH - MAX_TAG_LENGTH;
    });
    saxes.on('opentag', (tag) => this.open(tag));
    saxes.on('closetag', () => this.close());
    saxes.on('text', (text) => this.addText(text));
    saxes.on('cdata', (text) => this.addText(text));
  }

  /** Takes the next text. */
  push(text: string): void {
    const start = this.begun ? 0 : text.search(/[^\s\ufeff]/);
    this.begun = start >= 0;
    this.saxes.line += lineEnds(start < 0 ? text : text.slice(0, start));
    if (start < 0) return;
    this.untold += text.length;
    this.saxes.write(start > 0 ? text.slice(start) : text);
    this.checkEntity(MAX_ENTITY_LENGTH);
    if (this.untold > MAX_TEXT_LENGTH) throw new XmlTooLong();
  }

  /** Ends the text. */
  finish(): void {
    this.checkEntity(0);
    this.saxes.close();
  }

  private open({ name, attributes }: SaxesTagPlain): void {
    this.untold = 0;
    if (this.path.length >= MAX_DEPTH) throw new XmlBroken(this.saxes.line, 'elements nested too deeply');
    const parent = this.path.at(-1);
    // What indents the elements of a document would grow with it.
    if (parent && this.keptDepth === 0 && parent.text.trim() === '') parent.text = '';
    const pairs = Object.entries(attributes);
    const element: XmlElement = {
      name: name.slice(name.indexOf(':') + 1),
      attributes: pairs.length === 0 ? NO_ATTRIBUTES : new Map(pairs),
      children: [],
      text: '',
    };
    if (this.keptDepth > 0) {
      if (++this.keptElements > MAX_KEPT_ELEMENTS) throw new XmlTooLong();
      parent?.children.push(element);
      this.keptDepth++;
    } else if (this.handler.open(element, this.path)) this.keptDepth = this.keptElements = 1;
    this.path.push(element);
  }

  private close(): void {
    this.untold = 0;
    const element = this.path.pop() as XmlElement;
    if (this.keptDepth > 0) this.keptDepth--;
    if (this.keptDepth === 0) this.handler.close(element, this.path);
  }

  private addText(text: string): void {
    const element = this.path.at(-1);
    if (!element) return;
    this.untold = 0;
    if (element.text.length + text.length > MAX_TEXT_LENGTH) throw new XmlTooLong();
    element.text += text;
  }

  /** saxes seeks the ";" of a lone "&" to the end of the file: what it has gathered is in a field that it does not type. */
  private checkEntity(mostLength: number): void {
    const { entity } = this.saxes as unknown as { readonly entity: string };
    if (entity.length > mostLength) this.entity(entity);
  }

  private entity(name: string): string {
    const known = ENTITIES.get(name);
    if (known !== undefined) return known;
    const isName = /^[\w:.-]{1,40}$/.test(name);
    throw new XmlBroken(
      this.saxes.line - lineEnds(name),
      isName ? `"&${name};", which means nothing in XML` : 'a lone "&", which is written "&amp;"',
    );
  }
}

/** Longest text within one element, in UTF-16 units; as much for a comment or declaration. */
export const MAX_TEXT_LENGTH = 64_000_000;
/** Longest tag; as much may stand before the first, so that an endless DOCTYPE is not gathered. */
const MAX_TAG_LENGTH = 8_000_000;
/** Most elements kept in one piece: some 600 MB. */
const MAX_KEPT_ELEMENTS = 2_000_000;
const MAX_DEPTH = 200;
const MAX_ENTITY_LENGTH = 32;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
/** The five of XML 1.0, 4.6. The table of saxes also knows what every object knows ("constructor"). */
const ENTITIES = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }));
/** What saxes 6 says of a DOCTYPE within an element, and of "<!" before anything else that it does not know. */
const DECLARATION_ERROR = /doctype declaration|^incorrect syntax/;

function lineEnds(text: string): number {
  return text.split('\n').length - 1;
}
