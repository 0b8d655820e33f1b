/** The text is not well-formed XML. `reason` follows "on line 3:". */
export class XmlBroken extends Error {
  readonly line: number;
  readonly reason: string;

  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`);
    this.name = 'XmlBroken';
    this.line = line;
    this.reason = reason;
  }
}

/** The text declares a document type or entity. */
export class XmlDoctype extends XmlBroken {}

/** One element holds more than is taken at once. */
export class XmlTooLong extends Error {}
