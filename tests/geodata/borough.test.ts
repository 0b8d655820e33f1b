import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { area, booleanPointInPolygon, featureCollection, kinks, polygon, union } from '@turf/turf';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Borough, boroughOf, DEMO_PREMISES, DEMO_SEED } from '../../geodata/borough.ts';
import { degreesOf } from '../../geodata/borough-file.ts';
import { boroughPack } from '../../geodata/borough-pack.ts';
import { demoPackage } from '../../geodata/data-package.ts';
import { type Position, ringContains, signedAreaMetres2 } from '../../geodata/ground/position.ts';
import { heightsPack } from '../../geodata/heights/heights-pack.ts';
import { streetsPack } from '../../geodata/streets/streets-pack.ts';
import { DEMO_HEIGHTS_FILES, DEMO_HEIGHTS_KILOBYTES } from '../../src/datasets/demo-heights.ts';
import { DEMO_STREETS_FILES, DEMO_STREETS_KILOBYTES } from '../../src/datasets/demo-streets.ts';
import { parseRecipe } from '../../src/domain/not-spots/parse-recipe.ts';
import { resolveRecipe } from '../../src/domain/not-spots/resolve-recipe.ts';
import { readPack, writePack } from '../../src/formats/pack.ts';

const root = join(import.meta.dirname, '../..');
let borough: Borough;
let bytes: Uint8Array;
let heightBytes: Uint8Array;
let streetBytes: Uint8Array;

beforeAll(() => {
  borough = boroughOf({ premises: DEMO_PREMISES, seed: DEMO_SEED });
  bytes = writePack(boroughPack(borough));
  heightBytes = writePack(heightsPack(borough, DEMO_SEED));
  streetBytes = writePack(streetsPack(borough, DEMO_SEED));
}, 60_000);

describe('the demo borough', () => {
  it('comes out byte for byte as it is kept', () => {
    const kept = readFileSync(join(root, 'public/demo/borough.pack'));
    expect(
      Buffer.compare(Buffer.from(bytes), kept),
      'public/demo/borough.pack is out of date: npm run -s notspot -- generate --demo --out .',
    ).toBe(0);
    expect(bytes.length).toBeLessThan(3_000_000);
  });

  it('has heights that come out byte for byte as they are kept, and is honest of their size', () => {
    const kept = readFileSync(join(root, 'public/demo/heights.pack'));
    expect(
      Buffer.compare(Buffer.from(heightBytes), kept),
      'public/demo/heights.pack is out of date: npm run -s notspot -- generate --demo --out .',
    ).toBe(0);
    expect(DEMO_HEIGHTS_KILOBYTES).toBe(Math.ceil(heightBytes.length / 1000));
    const names = readPack(heightBytes).project.datasets.map(({ fileName }) => fileName);
    expect(new Set(names)).toEqual(DEMO_HEIGHTS_FILES);
  });

  it('has streets that come out byte for byte as they are kept, and is honest of their size', () => {
    const kept = readFileSync(join(root, 'public/demo/streets.pack'));
    expect(
      Buffer.compare(Buffer.from(streetBytes), kept),
      'public/demo/streets.pack is out of date: npm run -s notspot -- generate --demo --out .',
    ).toBe(0);
    expect(streetBytes.length).toBeLessThan(700_000);
    expect(DEMO_STREETS_KILOBYTES).toBe(Math.ceil(streetBytes.length / 1000));
    const { datasets, fictional } = readPack(streetBytes).project;
    expect(new Set(datasets.map(({ fileName }) => fileName))).toEqual(DEMO_STREETS_FILES);
    expect([fictional, datasets.every(({ source }) => source.title.endsWith('(fictional)'))]).toEqual([
      true,
      true,
    ]);
  });

  it('is described as it is kept', () => {
    const kept = readFileSync(join(root, 'geodata/datapackage.json'), 'utf8');
    const asked = { premises: DEMO_PREMISES, seed: DEMO_SEED };
    const written = {
      pack: writtenAs('borough.pack', bytes),
      heights: writtenAs('heights.pack', heightBytes),
      streets: writtenAs('streets.pack', streetBytes),
    };
    expect(demoPackage(borough, asked, written)).toBe(kept);
    const described = JSON.parse(kept).resources as {
      name: string;
      contents: { name: string; schema: { fields: { name: string; description: string }[] } }[];
    }[];
    const packed = (name: string) =>
      described.find((resource) => resource.name === name)?.contents.map((file) => file.name);
    expect(packed('borough-pack')).toEqual(readPack(bytes).contents.map(({ contentId }) => contentId));
    expect(packed('streets-pack')).toEqual(readPack(streetBytes).contents.map(({ contentId }) => contentId));
    for (const file of described.flatMap(({ contents }) => contents))
      for (const field of file.schema.fields)
        expect(field.description, `${file.name} ${field.name}`).toBeTruthy();
  });

  it('has 40,000 premises with ids that are unique and cannot be real', () => {
    expect(borough.plan.premises).toHaveLength(40_000);
    expect(new Set(borough.uprns).size).toBe(40_000);
    expect(borough.uprns.every((uprn) => /^999\d{9}$/.test(uprn))).toBe(true);
    expect(borough.postcodes.every((postcode) => /^ZX\d{1,2} \d[ABD-HJLNP-UW-Z]{2}$/.test(postcode))).toBe(
      true,
    );
    expect(borough.areas.wards.map((ward) => ward.code)).toEqual(
      Array.from({ length: 20 }, (_, i) => `E05${999_001 + i}`),
    );
    expect(new Set(borough.areas.wards.map((ward) => ward.name)).size).toBe(20);
  });

  it('gives every premises an address of its own', () => {
    const addresses = borough.plan.premises.map((one) => `${one.address}, ${one.settlement}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('stands every premises in its building', () => {
    const { premises, buildings } = borough.plan;
    const outside = premises.filter(
      ({ position, building }) => !ringContains(buildings[building].outline, position),
    );
    expect(outside.length).toBe(0);
  });

  it('has every premises in exactly one ward and one statistical area', () => {
    for (const areas of [borough.areas.wards, borough.areas.statisticalAreas]) {
      const shapes = areas.map(({ polygons }) =>
        polygons.map((rings) => polygon(rings.map((ring) => [...ring, ring[0]].map(degreesOf)))),
      );
      const boxes = areas.map(({ polygons }) => boxOf(polygons.flat(2)));
      const counts = borough.positions.map((position) => {
        const point = degreesOf(position);
        return shapes.filter(
          (parts, i) => holds(boxes[i], position) && parts.some((part) => booleanPointInPolygon(point, part)),
        ).length;
      });
      expect(counts.filter((count) => count !== 1)).toEqual([]);
    }
  });

  it('has wards that share every vertex of their borders and neither overlap nor gape', () => {
    const { wards } = borough.areas;
    const sides = new Map<string, number>();
    for (const { polygons } of wards) {
      for (const ring of polygons.flat()) {
        ring.forEach((from, i) => {
          const to = ring[(i + 1) % ring.length];
          sides.set(`${from} ${to}`, (sides.get(`${from} ${to}`) ?? 0) + 1);
        });
      }
    }
    const outer = [...sides.keys()].filter((side) => !sides.has(reversed(side)));
    expect([...sides.values()].every((times) => times === 1)).toBe(true);
    expect(outer.length).toBeLessThan(0.5 * sides.size);
    const shapes = wards.flatMap(({ polygons }) =>
      polygons.map((rings) =>
        polygon(rings.map((ring) => [...ring, ring[0]].map(([x, y]) => [x / 1e6, y / 1e6]))),
      ),
    );
    expect(shapes.flatMap((shape) => kinks(shape).features)).toEqual([]);
    const whole = union(featureCollection(shapes));
    expect(whole?.geometry.type).toBe('Polygon');
    expect(whole?.geometry.coordinates).toHaveLength(1);
    const sum = shapes.reduce((total, shape) => total + area(shape), 0);
    expect(Math.abs(sum / (whole ? area(whole) : 0) - 1)).toBeLessThan(1e-9);
    for (const { name, polygons } of wards) {
      expect(polygons, name).toHaveLength(1);
      expect(
        polygons.flat().reduce((count, ring) => count + ring.length, 0),
        name,
      ).toBeGreaterThan(90);
    }
  });

  it('keeps very high confidence within high', () => {
    const { footprints } = borough;
    const veryHigh = footprints.filter((footprint) => footprint.confidence === 'very-high');
    expect(veryHigh).toHaveLength(3);
    for (const footprint of veryHigh) {
      const high = footprints.find(
        (other) => other.operator === footprint.operator && other.confidence === 'high',
      );
      if (!high) throw new Error('no layer of high confidence');
      const corners = footprint.polygons.flat(2);
      expect(corners.filter((corner) => !covers(high.polygons, corner))).toEqual([]);
      expect(areaOf(footprint.polygons)).toBeLessThan(areaOf(high.polygons));
    }
  });

  it('has footprints with holes, wound as GeoJSON asks and without crossings', () => {
    const gigabit = borough.footprints.filter((footprint) => footprint.technology === 'gigabit');
    expect(gigabit).toHaveLength(3);
    for (const { polygons, key } of borough.footprints) {
      for (const rings of polygons) {
        rings.forEach((ring, i) => {
          expect(signedAreaMetres2(ring) > 0, key).toBe(i === 0);
        });
      }
    }
    expect(gigabit.every(({ polygons }) => polygons.some((rings) => rings.length > 5))).toBe(true);
  });

  it('leaves about a tenth of premises with neither gigabit nor 5G, in clusters', () => {
    const covered = borough.positions.map((position) =>
      borough.footprints.some(
        ({ technology, polygons }) => technology !== 'radio' && covers(polygons, position),
      ),
    );
    const share = covered.filter((one) => !one).length / covered.length;
    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThan(0.12);
    const perWard = borough.areas.wards.map(({ polygons }) => {
      const own = borough.positions
        .map((position, i) => ({ position, i }))
        .filter(({ position }) => covers(polygons, position));
      return own.filter(({ i }) => !covered[i]).length / own.length;
    });
    const sorted = perWard.sort((a, b) => b - a);
    expect(sorted.filter((one) => one > 0.02).length).toBeGreaterThanOrEqual(9);
    expect(sorted.filter((one) => one < 0.01).length).toBeGreaterThanOrEqual(4);
    expect(sorted[0]).toBeGreaterThan(1.5 * sorted[1]);
  });

  it('says that it is fictional, counts nothing and shows recipes that its layers can answer', () => {
    const { project } = readPack(bytes);
    expect(project.fictional).toBe(true);
    expect(
      project.datasets.every(
        ({ source }) => source.title.endsWith('(fictional)') && source.publisher === 'Notspot demo',
      ),
    ).toBe(true);
    for (const recipe of project.recipes)
      expect(() => resolveRecipe(parseRecipe(recipe.text), project.layers), recipe.name).not.toThrow();
    expect(project.recipes.find(({ id }) => id === project.view.recipeId)?.text).toBe('no gigabit and no 5g');
  });
});

describe('boroughOf', () => {
  it('makes another borough of another seed, and the same of the same', () => {
    const pack = (seed: string) => writePack(boroughPack(boroughOf({ premises: 3000, seed })));
    const first = pack('one');
    expect(Buffer.compare(Buffer.from(first), Buffer.from(pack('one')))).toBe(0);
    expect(Buffer.compare(Buffer.from(first), Buffer.from(pack('two')))).not.toBe(0);
  });

  it.each([1000, 7000, 15_000])('makes a whole borough of %i premises', (premises) => {
    const made = boroughOf({ premises, seed: 'size' });
    expect(made.plan.premises).toHaveLength(premises);
    const inWards = made.positions.map(
      (position) => made.areas.wards.filter(({ polygons }) => covers(polygons, position)).length,
    );
    expect(inWards.every((count) => count === 1)).toBe(true);
  });
});

function writtenAs(fileName: string, written: Uint8Array) {
  return {
    fileName,
    bytes: written.length,
    sha256: createHash('sha256').update(written).digest('hex'),
  };
}

type Polygons = readonly (readonly (readonly Position[])[])[];
const boxes = new WeakMap<object, Box>();

/** Even-odd over each polygon, kept apart from the generator's own quick test. */
function covers(polygons: Polygons, position: Position): boolean {
  return polygons.some((rings) => {
    const box = boxes.get(rings) ?? boxOf(rings.flat());
    boxes.set(rings, box);
    return holds(box, position) && rings.filter((ring) => ringContains(ring, position)).length % 2 === 1;
  });
}

function areaOf(polygons: Polygons): number {
  return polygons.flat().reduce((sum, ring) => sum + signedAreaMetres2(ring), 0);
}

function reversed(side: string): string {
  const [from, to] = side.split(' ');
  return `${to} ${from}`;
}

type Box = readonly [number, number, number, number];

function boxOf(positions: readonly Position[]): Box {
  const xs = positions.map(([x]) => x);
  const ys = positions.map(([, y]) => y);
  return [
    xs.reduce((a, b) => Math.min(a, b)),
    ys.reduce((a, b) => Math.min(a, b)),
    xs.reduce((a, b) => Math.max(a, b)),
    ys.reduce((a, b) => Math.max(a, b)),
  ];
}

function holds([west, south, east, north]: Box, [x, y]: Position): boolean {
  return x >= west && x <= east && y >= south && y <= north;
}
