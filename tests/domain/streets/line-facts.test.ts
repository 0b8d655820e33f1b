import { expect, it } from 'vitest';
import type { ColumnRoles } from '../../../src/domain/project/column-roles.ts';
import { LineFactsReader } from '../../../src/domain/streets/line-facts.ts';
import { lineFile } from '../../builders/street-files.ts';

function factsOf(says: Record<string, string>, roles: ColumnRoles = {}) {
  return new LineFactsReader(
    lineFile(
      [
        {
          at: [
            [0, 0],
            [9, 9],
          ],
          says,
        },
      ],
      roles,
    ),
  ).at(0);
}

it('of nothing, nothing is known', () => {
  expect(factsOf({})).toEqual({
    id: null,
    usrn: null,
    name: null,
    classText: null,
    streetClass: null,
    surface: 0,
    level: null,
    isBridge: null,
    isTunnel: null,
    widthMetres: null,
    footways: null,
    microtrench: -1,
    hasTram: false,
    isPartOfJunction: false,
    isStreetCrossing: false,
  });
});

it('of OpenStreetMap', () => {
  const says = {
    osm_id: '7',
    highway: 'residential',
    name: 'Mill Lane',
    bridge: 'viaduct',
    sidewalk: 'both',
    width: '5.5',
  };
  expect(factsOf(says)).toMatchObject({
    id: '7',
    name: 'Mill Lane',
    classText: 'residential',
    level: 1,
    isBridge: true,
    isTunnel: false,
    footways: 'both',
    widthMetres: 5.5,
  });
  expect(factsOf({ railway: 'rail', highway: '' }).streetClass).toMatchObject({
    use: 'crossed',
    crossing: 'railway',
  });
  expect(factsOf({ railway: 'abandoned' }).streetClass?.use).toBe('left out');
  expect(factsOf({ 'sidewalk:left': 'yes', 'sidewalk:right': 'no' }).footways).toBe('left');
});

it.each([
  [
    { road_classification: 'Motorway', road_function: 'Motorway', form_of_way: 'Dual Carriageway' },
    'crossed',
  ],
  [
    { road_classification: 'Unclassified', road_function: 'Local Road', form_of_way: 'Single Carriageway' },
    'Local Road',
  ],
  [
    { class: 'Not Classified', function: 'Restricted Local Access Road', formOfWay: 'Single Carriageway' },
    'Restricted Local Access Road',
  ],
  [{ class: 'A Road', function: 'A Road', formOfWay: 'Single Carriageway' }, 'A Road'],
])('of OS Open Roads: %j', (says, expected) => {
  const facts = factsOf(says, 'class' in says ? { class: 'class' } : { class: 'form_of_way' });
  expect([facts.classText, facts.streetClass?.use]).toContain(expected);
  expect(facts.streetClass).not.toBeNull();
});

it('columns that a person chose come first', () => {
  const says = { name: 'wrong', label: 'right', width: '5', breite: '7', level: '0', ebene: '2' };
  expect(factsOf(says, { name: 'label', width: 'breite', level: 'ebene' })).toMatchObject({
    name: 'right',
    widthMetres: 7,
    level: 2,
  });
});

it('a width that is none is not known', () => {
  for (const width of ['0', '-3', 'wide', '5000']) expect(factsOf({ width_m: width }).widthMetres).toBeNull();
});

it('names of columns are read in any case, with spaces, dashes or underscores', () => {
  expect(factsOf({ 'Width m': '6', 'Street-name': 'A' })).toMatchObject({ widthMetres: 6, name: 'A' });
});
