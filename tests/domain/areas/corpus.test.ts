import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ShapeOperation } from '../../../src/domain/areas/combine-shapes.ts';
import { planeArea } from '../../../src/domain/areas/ellipsoid-area.ts';
import type { Shape } from '../../../src/domain/areas/shape.ts';
import { combineChecked, outlineCombined } from '../../builders/combine-checked.ts';
import { shapeOfWellKnown } from '../../builders/well-known.ts';

const CORPORA = '../shared/corpora';
const present = existsSync(`${CORPORA}/manifest.json`);
if (!present) console.log('Skipped: the shared corpora are not present beside the repository.');

type Areas = Readonly<Record<string, number>>;
interface Entry {
  readonly file: string;
  readonly format: string;
  readonly expect: {
    readonly checks?: {
      readonly expectedAreaByCorpus?: Areas | null;
      readonly planarAreaByGEOS?: Areas;
      readonly planarAreaDeg2ByGEOS?: Areas;
    };
  };
}

/** One operation of a file, and the area that must come out; null: only that parts and whole agree. */
interface Case {
  readonly name: string;
  readonly operation: ShapeOperation;
  readonly shapes: readonly Shape[];
  readonly area: number | null;
}

const OPERATIONS: readonly ShapeOperation[] = ['union', 'difference', 'intersection'];
const entries = present
  ? (JSON.parse(readFileSync(`${CORPORA}/manifest.json`, 'utf8')).files as Entry[]).filter(({ file }) =>
      file.startsWith('geometry/'),
    )
  : [];
const OURS = /^geometry\/(jts|polygon-clipping|turf\/(union|difference|intersect))/;

/** Buffers, centroids and the like are never asked for; kinks, doubled corners and bow ties are found when files are read. geos-459 and geos-599 hold lines. */
const NOT_OURS =
  /buffer|clean-coords|kinks|unkink|Centroid|InteriorPoint|Valid|lines|OverlayEmpty|geos-[45][59]9/;
/** Areas smaller than this part of the shapes are rounding. */
const ROUNDING = 1e-12;
/** Its expected shape is written with eight decimals, a thousandth of its area off; geos-488 asks the same exactly. */
const ROUNDED = 'geometry/jts/TestOverlay.xml case 2 union';

describe.skipIf(!present)('the shared geometry corpus', () => {
  const tally = { operations: 0, right: 0, named: 0 };

  test.each(entries.filter(({ file }) => OURS.test(file)))('$file: right, or a named error', (entry) => {
    for (const { name, operation, shapes, area } of casesOf(entry)) {
      const outline = planeArea(outlineCombined(operation, shapes));
      const made = combineChecked(operation, shapes);
      tally.operations++;
      if (typeof made === 'string') {
        expect(made, name).toMatch(/\w{3}/);
        tally.named++;
        continue;
      }
      tally.right++;
      if (area === null) continue;
      const size = shapes.reduce((sum, shape) => sum + planeArea(shape), 0);
      for (const found of [planeArea(made), outline])
        expect(Math.abs(found - area), `${name}: ${found}, not ${area}`).toBeLessThanOrEqual(
          Math.max(1e-6 * area, ROUNDING * size),
        );
    }
  });

  test('most of its operations come out right', () => {
    console.log(`Geometry corpus: ${tally.right} of ${tally.operations} right, ${tally.named} named errors.`);
    expect(tally.operations).toBeGreaterThan(0);
    expect(tally.named).toBeLessThan(0.05 * tally.operations);
  });

  test('the other files ask for operations that are not ours, or hold lines', () => {
    const others = entries.filter((entry) => !OURS.test(entry.file) || casesOf(entry).length === 0);
    const operations = new Set(others.map(({ file }) => file.match(NOT_OURS)?.[0] ?? file));
    expect([...operations].filter((name) => !NOT_OURS.test(name))).toEqual([]);
  });
});

function casesOf(entry: Entry): Case[] {
  const text = readFileSync(`${CORPORA}/${entry.file}`, 'utf8');
  return entry.file.endsWith('.xml') ? xmlCases(entry.file, text) : jsonCases(entry, text);
}

function jsonCases({ file, expect: { checks = {} } }: Entry, text: string): Case[] {
  const { features } = JSON.parse(text);
  const shapes = (features as { geometry: { type: string; coordinates: never } }[]).map(({ geometry }) =>
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [],
  ) as Shape[];
  const areas = checks.expectedAreaByCorpus ?? checks.planarAreaByGEOS ?? checks.planarAreaDeg2ByGEOS ?? {};
  return OPERATIONS.flatMap((operation) => {
    const area = areas[operation] ?? areas.all;
    return area === undefined ? [] : [{ name: `${file} ${operation}`, operation, shapes, area }];
  });
}

function xmlCases(file: string, text: string): Case[] {
  return [...text.matchAll(/<case>(.*?)<\/case>/gs)].flatMap(([, body], i) => {
    const [a, b] = ['a', 'b'].map((name) => {
      const found = body.match(new RegExp(`<${name}>(.*?)</${name}>`, 's'))?.[1];
      return found === undefined ? [] : shapeOfWellKnown(found);
    });
    if (!a || !b) return [];
    return [...body.matchAll(/<op\s[^>]*name=["'](\w+)["']([^>]*)>(.*?)<\/op>/gs)].flatMap(
      ([, op, args, expected]): Case[] => {
        const name = `${file} case ${i + 1} ${op}`;
        const operation = OPERATIONS.find((one) => op === one || op === `${one}NG`);
        const isTurned = /arg1=["']B["']/i.test(args);
        const shapes = isTurned ? [b, a] : [a, b];
        if (op === 'overlayAreaTest')
          return OPERATIONS.map((one) => ({ name, operation: one, shapes, area: null }));
        if (op === 'unionArea') return [{ name, operation: 'union', shapes: [a], area: Number(expected) }];
        if (!operation) return [];
        const result = shapeOfWellKnown(expected.trim());
        return [{ name, operation, shapes, area: result && name !== ROUNDED ? planeArea(result) : null }];
      },
    );
  });
}
