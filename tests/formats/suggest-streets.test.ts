import { existsSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { nodeFile } from '../../src/cli/node-file.ts';
import { suggestRoles } from '../../src/formats/suggest-roles.ts';
import { memoryFile, quietly, readOne } from './input-file.ts';

async function suggest(content: string, name = 'a') {
  return suggestRoles((await readOne(memoryFile(name, content), quietly())).table);
}

function features(
  type: 'LineString' | 'Point' | 'Polygon',
  ...properties: Record<string, unknown>[]
): string {
  const coordinates = (i: number) => {
    const line = [
      [i, 52],
      [i + 1, 52],
      [i + 1, 53],
      [i, 52],
    ];
    return type === 'Point' ? line[0] : type === 'LineString' ? line.slice(0, 3) : [line];
  };
  return JSON.stringify({
    type: 'FeatureCollection',
    features: properties.map((one, i) => ({
      type: 'Feature',
      properties: one,
      geometry: { type, coordinates: coordinates(i) },
    })),
  });
}

describe('lines', () => {
  it('of OpenStreetMap are streets, with whom to name', async () => {
    const found = await suggest(
      features('LineString', { osm_id: '1', highway: 'residential', name: 'Mill Lane', layer: 1, width: 5 }),
    );
    expect(found).toMatchObject({
      role: 'streets',
      layout: 'OpenStreetMap streets',
      roles: { id: 'osm_id', name: 'name', class: 'highway', level: 'layer', width: 'width' },
      source: { publisher: 'OpenStreetMap contributors', attribution: '© OpenStreetMap contributors' },
    });
  });

  it('of OS Open Roads are streets, by the columns of either of its forms', async () => {
    for (const columns of [
      {
        identifier: 'A',
        road_function: 'Local Road',
        form_of_way: 'Single Carriageway',
        name_1: 'Mill Lane',
      },
      {
        identifier: 'A',
        class: 'Unclassified',
        formOfWay: 'Single Carriageway',
        name1: 'Mill Lane',
        function: 'Local Road',
      },
    ])
      expect(await suggest(features('LineString', columns))).toMatchObject({
        role: 'streets',
        layout: 'OS Open Roads',
        source: { publisher: 'Ordnance Survey' },
        roles: { id: 'identifier' },
      });
  });

  it('with a kind of duct or pole are ducts', async () => {
    expect(
      await suggest(features('LineString', { kind: 'duct', ref: 'D1' }, { kind: 'Pole route', ref: 'D2' })),
    ).toMatchObject({
      role: 'ducts',
      roles: { id: 'ref', kind: 'kind' },
      alternatives: ['context', 'streets', 'table'],
    });
  });

  it('that only have a name stay background, and may be called streets', async () => {
    expect(await suggest(features('LineString', { name: 'River walk', class: 'scenic' }))).toMatchObject({
      role: 'context',
      alternatives: ['streets', 'ducts', 'table'],
    });
  });

  it('among many polygons are no streets', async () => {
    const { role } = await suggest(features('Polygon', { highway: 'pedestrian' }, { highway: 'pedestrian' }));
    expect(role).toBe('context');
  });
});

describe('points and tables', () => {
  it('of exchanges and cabinets are fibre points', async () => {
    const csv =
      'ref,site_name,type,operator,longitude,latitude\nE1,North,Exchange,Example Fibre,-2,52\nC1,South,Cabinet,,-2.1,52\n';
    expect(await suggest(csv)).toMatchObject({
      role: 'fibre points',
      roles: {
        id: 'ref',
        name: 'site_name',
        kind: 'type',
        owner: 'operator',
        lon: 'longitude',
        lat: 'latitude',
      },
    });
    expect((await suggest('uprn,type,longitude,latitude\n1,exchange,-2,52\n2,exchange,-2.1,52\n')).role).toBe(
      'premises',
    );
    expect((await suggest(features('Point', { kind: 'school' }, { kind: 'exchange' }))).role).toBe('context');
  });

  it('of restrictions by street are restrictions; other tables with a street and a kind are not', async () => {
    expect(
      await suggest('USRN,Restriction type,Start date,End date\n1,Section 58,2026-01-01,2029-01-01\n'),
    ).toMatchObject({
      role: 'restrictions',
      roles: { street: 'USRN', kind: 'Restriction type', from: 'Start date', until: 'End date' },
    });
    expect(
      await suggest('usrn,restriction_type,start_date,end_date\n1,Section 58,2026-01-01,2029-01-01\n'),
    ).toMatchObject({
      role: 'restrictions',
      roles: { street: 'usrn', kind: 'restriction_type', from: 'start_date', until: 'end_date' },
    });
    expect((await suggest('street,kind\nMill Lane,lamp column\n')).role).toBe('table');
  });
});

const STREETS = '../shared/data/roads/covent_garden_holborn_osm_highways_2017.geojson';

test.skipIf(!existsSync(STREETS))(
  'streets of Covent Garden, which have an id and a group alone (skipped without ../shared)',
  async () => {
    const { table } = await readOne(await nodeFile(STREETS), quietly());
    expect(suggestRoles(table)).toMatchObject({
      role: 'streets',
      roles: { id: 'osm_id', class: 'highway_group' },
    });
  },
);

describe('points under a name of streets, or laid out as streets', () => {
  it.each([
    ['streets_points.geojson', { kind: 'x' }],
    ['My Roads', { kind: 'x' }],
    ['a', { class: 'residential', surface: 'verge', level: 0 }],
  ])('are drawn, with the word that streets are lines: %s', async (name, says) => {
    const { role, notes = [] } = await suggest(features('Point', says, says), name);
    expect(role).toBe('context');
    expect(notes).toMatchObject([{ code: 'NOT_LINES', outcome: 'note', count: 2 }]);
    expect(notes[0].message).toContain('Give streets as lines');
  });

  it.each(['street_lights.geojson', 'broads.geojson'])('are others not, like %s', async (name) => {
    expect((await suggest(features('Point', { kind: 'x' }), name)).notes).toBeUndefined();
  });
});
