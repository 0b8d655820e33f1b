import type { Position, Ring, Shape } from '../../src/domain/areas/shape.ts';

/** The polygons of a WKT or hexadecimal WKB text (collections taken apart); null where it holds lines, points or no text. */
export function shapeOfWellKnown(text: string): Shape | null {
  const trimmed = text.trim();
  return /^[0-9a-f\s]{10,}$/i.test(trimmed)
    ? shapeOfHex(trimmed.replaceAll(/\s/g, ''))
    : shapeOfText(trimmed);
}

function shapeOfText(text: string): Shape | null {
  if (text === '' || /\b(LINESTRING|MULTILINESTRING|LINEARRING|POINT|MULTIPOINT)\b/i.test(text)) return null;
  const shape: Ring[][] = [];
  for (const [, , body] of text
    .replaceAll(/,?\s*EMPTY/gi, '')
    .matchAll(/\b(MULTI)?POLYGON\s*Z?\s*(\([-+.\deE,\s()]*\))/gi)) {
    // Two brackets deep are the rings of one polygon, three those of many: a polygon ends where two close at once or more.
    let rings: Ring[] = [];
    for (const [, ring, close] of body.matchAll(/\(([^()]+)\)\s*(\)*)/g)) {
      const positions = ring.split(',').map((pair) => pair.trim().split(/\s+/).map(Number));
      rings.push(positions.map(([x, y]): Position => [x, y]));
      if (close.length > 0) {
        shape.push(rings);
        rings = [];
      }
    }
  }
  return shape;
}

function shapeOfHex(hex: string): Shape | null {
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const view = new DataView(bytes.buffer);
  let at = 0;
  const read = (): Shape | null => {
    const isLittle = view.getUint8(at) === 1;
    const whole = (): number => {
      at += 4;
      return view.getUint32(at - 4, isLittle);
    };
    const ordinate = (): number => {
      at += 8;
      return view.getFloat64(at - 8, isLittle);
    };
    at += 1;
    const code = whole();
    const kind = code & 0xff;
    const hasHeight = (code & 0x8000_0000) !== 0;
    if ((code & 0x2000_0000) !== 0) at += 4;
    if (kind === 1) return null;
    const count = whole();
    if (kind === 6 || kind === 7) {
      const shape: Ring[][] = [];
      for (let part = 0; part < count; part++) {
        const found = read();
        if (!found) return null;
        shape.push(...(found as Ring[][]));
      }
      return shape;
    }
    if (kind !== 3) return null;
    const rings = Array.from({ length: count }, () =>
      Array.from({ length: whole() }, (): Position => {
        const position: Position = [ordinate(), ordinate()];
        if (hasHeight) ordinate();
        return position;
      }),
    );
    return [rings];
  };
  return read();
}
