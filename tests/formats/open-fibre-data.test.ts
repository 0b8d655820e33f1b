import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrenchPiece } from '../../src/domain/cost/trench-piece.ts';
import type { DigDesign, DigResult } from '../../src/domain/dig/dig-design.ts';
import { openFibreNodes, openFibrePackage, openFibreSpans } from '../../src/formats/open-fibre-data.ts';
import { anyRunDesign } from '../builders/dig-arbitrary.ts';
import { EMPTY_DESIGN, FULL_DESIGN } from '../builders/dig-designs.ts';
import { DIG_TOLD } from '../builders/dig-told.ts';
import { openFibreFaults } from './open-fibre-rules.ts';

// biome-ignore lint/suspicious/noExplicitAny: what a file holds has no type
type Loose = any;

const result = FULL_DESIGN.result as DigResult;

function networkOf(design: DigDesign, told = DIG_TOLD): Loose {
  return JSON.parse(openFibrePackage(design, told)).networks[0];
}

/** A path with a branch: a trench from the exchange to a corner, on to premises, and a duct and poles from the corner. */
const [piece] = result.pieces;
const path: readonly TrenchPiece[] = [
  { ...piece, line: [-1.2, 52.9, -1.2, 52.901], metres: 111 },
  {
    ...piece,
    kind: 'lead-in',
    method: null,
    street: null,
    streetName: null,
    line: [-1.2, 52.901, -1.2001234, 52.9000001],
    metres: 101,
  },
  { ...piece, kind: 'duct', method: null, line: [-1.2, 52.901, -1.21, 52.901], metres: 670 },
  { ...piece, kind: 'pole route', method: null, poles: 3, line: [-1.2, 52.901, -1.2, 52.91], metres: 1000 },
  { ...piece, kind: 'crossing', crossing: 'street', metres: 0, line: [-1.2, 52.91, -1.2, 52.91] },
];
const branched: DigDesign = { ...FULL_DESIGN, result: { ...result, pieces: path } };

describe('a dig as a package of the Open Fibre Data Standard 0.3', () => {
  it('keeps the rules of the standard, whatever the design is', () => {
    fc.assert(
      fc.property(anyRunDesign, fc.boolean(), (design, fictional) => {
        const told = { ...DIG_TOLD, fictional };
        expect(openFibreFaults(JSON.parse(openFibrePackage(design, told)))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('has a node where pieces meet or end, and a span for each piece that leads somewhere', () => {
    const network = networkOf(branched);
    expect(network.nodes).toHaveLength(5);
    expect(network.spans.map(({ start, end }: Loose) => [start, end])).toEqual([
      ['node-1', 'node-2'],
      ['node-2', 'node-3'],
      ['node-2', 'node-4'],
      ['node-2', 'node-5'],
    ]);
    expect(network.nodes[0]).toEqual({
      id: 'node-1',
      name: 'Exchange “North”',
      type: ['exchange'],
      physicalInfrastructureProvider: { id: 'organisation-1', name: 'Borough of Wrenminster' },
      location: { type: 'Point', coordinates: [-1.2, 52.9] },
    });
    expect(network.nodes[2].type).toEqual(['premises']);
    expect(network.organisations).toEqual([
      { id: 'organisation-1', name: 'Borough of Wrenminster', roles: ['physicalInfrastructureProvider'] },
    ]);
  });

  it('tells what is built from what stands already, below ground and above', () => {
    const { spans, phases } = networkOf(branched);
    expect(spans.map(({ deployment }: Loose) => deployment[0])).toEqual([
      'belowGround',
      'belowGround',
      'belowGround',
      'aboveGround',
    ]);
    expect(spans.map(({ phase }: Loose) => phase?.id)).toEqual(['dig', 'dig', undefined, undefined]);
    expect(phases[0].name).toBe('North Ward first');
    expect(spans[0].deploymentDetails.description).toBe('open cut in footway, left side, 111 m');
    expect(spans[3].deploymentDetails.description).toBe('pole route, left side, 3 poles, 1000 m');
  });

  it('is the same network for the same design of the same project, and says that it is fictional', () => {
    const first = networkOf(branched);
    expect(networkOf({ ...branched, name: 'Called otherwise' }).id).toBe(first.id);
    expect(networkOf({ ...branched, id: 'dig-9' }).id).not.toBe(first.id);
    expect(networkOf(branched, { ...DIG_TOLD, projectName: 'Elsewhere' }).id).not.toBe(first.id);
    expect(first.name).toBe('North Ward first, Testborough');
    expect(networkOf(branched, { ...DIG_TOLD, fictional: true }).name).toBe(
      'North Ward first, Testborough (fictional)',
    );
  });

  it('holds no ids of premises, for it is made to be published', () => {
    const design = {
      ...branched,
      result: { ...result, pieces: path, served: [{ ...result.served[0], ids: ['UPRN-100-secret'] }] },
    };
    for (const write of [openFibrePackage, openFibreNodes, openFibreSpans])
      expect(write(design, DIG_TOLD)).not.toContain('secret');
  });

  it('is refused in words where there is no result yet', () => {
    expect(() => openFibrePackage(EMPTY_DESIGN, DIG_TOLD)).toThrow(/Run it first/);
  });
});

describe('the same in its GeoJSON form', () => {
  it('has a feature for each node and span, with what they refer to within them', () => {
    const network = networkOf(branched);
    const nodes = JSON.parse(openFibreNodes(branched, DIG_TOLD)).features;
    const spans = JSON.parse(openFibreSpans(branched, DIG_TOLD)).features;
    const { nodes: _, spans: __, phases, organisations, ...bare } = network;
    expect(nodes).toHaveLength(5);
    expect(spans).toHaveLength(4);
    for (const [i, { geometry, properties }] of nodes.entries()) {
      const { location, ...node } = network.nodes[i];
      expect(geometry).toEqual(location);
      expect(properties).toMatchObject({ id: node.id, network: bare, featureType: 'node' });
      expect(properties.location).toBeUndefined();
    }
    expect(nodes[0].properties.physicalInfrastructureProvider).toEqual(organisations[0]);
    for (const [i, { geometry, properties }] of spans.entries()) {
      const span = network.spans[i];
      expect(geometry).toEqual(span.route);
      expect(properties.route).toBeUndefined();
      expect(properties).toMatchObject({ id: span.id, network: bare, featureType: 'span' });
      expect(properties.start).toEqual(network.nodes.find(({ id }: Loose) => id === span.start));
      expect(properties.end).toEqual(network.nodes.find(({ id }: Loose) => id === span.end));
    }
    expect(spans[0].properties.phase).toEqual(phases[0]);
  });
});

describe('the rules as this test knows them', () => {
  it.each<[string, (network: Loose) => void, RegExp]>([
    ['no id', (network) => delete network.id, /id/],
    ['an id that is no UUID', (network) => (network.id = 'dig-1'), /id/],
    ['another schema', (network) => (network.links[0].href = 'https://example.com'), /links/],
    ['places without a system', (network) => delete network.crs, /crs/],
    ['a span that ends nowhere', (network) => (network.spans[0].end = 'node-99'), /node-99/],
    ['two nodes of one id', (network) => (network.nodes[1].id = 'node-1'), /node-1/],
    ['a status that is none', (network) => (network.spans[0].status = 'dug'), /dug/],
    ['an empty list', (network) => (network.phases = []), /phases/],
    ['an empty name', (network) => (network.nodes[0].name = ''), /name/],
    ['a place as a line', (network) => (network.nodes[0].location.type = 'LineString'), /location/],
    ['a phase that is not there', (network) => (network.spans[0].phase.id = 'x'), /phase/],
    ['an owner called otherwise', (network) => (network.organisations[0].name = 'Y'), /organisation-1/],
  ])('find %s', (_, spoil, fault) => {
    const file = JSON.parse(openFibrePackage(branched, DIG_TOLD));
    spoil(file.networks[0]);
    expect(openFibreFaults(file).join('\n')).toMatch(fault);
  });
});
