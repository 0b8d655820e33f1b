import { refuseFile } from '../domain/tables/refuse-file.ts';
import type { ByteSource } from './byte-source.ts';
import { XmlBroken, XmlDoctype, XmlTooLong } from './xml-broken.ts';
import { MAX_TEXT_LENGTH, type XmlHandler, XmlParser } from './xml-parser.ts';

/**
 * Feeds an XML file to `handler`. Throws FileRefused for a DOCTYPE (XML_DTD), where the XML is broken, naming the line
 * (XML_MALFORMED), and where one element holds too much to be kept at once (TOO_LARGE).
 */
export async function readXml(source: ByteSource, handler: XmlHandler): Promise<void> {
  const parser = new XmlParser(handler);
  const chunks = source.chunks();
  try {
    const decoder = decoderFor(source.head);
    for await (const chunk of chunks) {
      // Small steps: a chunk of a gzip or of memory may be many megabytes.
      for (let at = 0; at < chunk.length; at += STEP_BYTES)
        parser.push(decoder.decode(chunk.subarray(at, at + STEP_BYTES), { stream: true }));
    }
    parser.push(decoder.decode());
    parser.finish();
  } catch (error) {
    throw refusalOf(error, source);
  }
}

/** UTF-16 has become UTF-8 already, whatever the declaration says. */
function decoderFor(head: Uint8Array): TextDecoder {
  const start = new TextDecoder('latin1').decode(head.subarray(0, 200));
  const encoding = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start)?.[1];
  if (encoding === undefined || /^utf-?16/i.test(encoding)) return new TextDecoder();
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder();
  }
}

function refusalOf(error: unknown, source: ByteSource): unknown {
  if (error instanceof XmlDoctype) {
    const place = `line ${error.line}`;
    const message = `${source.name} holds a DOCTYPE on ${place}, which is refused for safety. Delete it, or export the file again without it.`;
    return refuseFile(source, [{ code: 'XML_DTD', message, examples: [place] }]);
  }
  if (error instanceof XmlBroken) {
    const place = `line ${error.line}`;
    const message = `${source.name} is broken XML on ${place}: ${shortened(error.reason)}. Download or export it again.`;
    return refuseFile(source, [{ code: 'XML_MALFORMED', message, examples: [place] }]);
  }
  if (error instanceof XmlTooLong) {
    const message = `${source.name} holds one element too large to read (${MAX_TEXT_LENGTH / 1_000_000} million characters, 2 million points). Save it as GeoPackage, or cut it.`;
    return refuseFile(source, [{ code: 'TOO_LARGE', message }]);
  }
  return error;
}

function shortened(reason: string): string {
  return reason.length > 80 ? `${reason.slice(0, 79)}…` : reason;
}

const STEP_BYTES = 1_000_000;
