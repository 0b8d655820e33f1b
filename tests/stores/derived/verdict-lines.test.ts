import { expect, it } from 'vitest';
import type { Answer, AnswerCounts } from '../../../src/domain/verdict/answer-counts.ts';
import type { LayerVerdict, TechnologyVerdict } from '../../../src/domain/verdict/verdict.ts';
import { coverageSwatch } from '../../../src/stores/derived/coverage-swatch.ts';
import { verdictLines } from '../../../src/stores/derived/verdict-lines.ts';

const source = { title: 'A file', publisher: null, date: null, licence: null, url: null };
const counts: AnswerCounts = { yes: 1, perhaps: 0, no: 0, share: 0, 'not-known': 0 };

const technology = (name: string, answer: Answer): TechnologyVerdict => ({
  technology: name,
  label: name,
  answer,
  words: `${name} in words`,
  more: '',
  definition: `what ${name} is`,
  counts,
});

const layer = (layerId: string, of: string): LayerVerdict => ({
  layerId,
  name: layerId,
  technology: of,
  operator: null,
  answer: 'yes',
  words: 'Yes',
  why: '',
  definition: '',
  source,
  confidential: false,
});

it('prints each technology as it was said, with its swatch and its own layers', () => {
  const lines = verdictLines({
    subject: {
      title: '12 High Street',
      rows: 1,
      units: 1,
      unit: 'premises',
      facts: [],
      cells: [],
      lon: -2,
      lat: 53,
      wardCode: null,
      wardName: null,
      cautions: [],
      source,
    },
    technologies: [technology('gigabit', 'yes'), technology('5g', 'not-known')],
    layers: [layer('a', '5g'), layer('b', 'gigabit'), layer('c', '5g')],
    inCount: null,
    members: [],
    neighbours: { places: [], sentences: [] },
  }).technologies;
  expect(lines.map(({ layers }) => layers.map(({ id }) => id))).toEqual([['b'], ['a', 'c']]);
  const { layers, ...gigabit } = lines[0];
  expect(layers[0].date).toBe('date not known');
  expect(gigabit).toEqual({
    technology: 'gigabit',
    label: 'gigabit',
    answer: 'yes',
    words: 'gigabit in words',
    more: '',
    definition: 'what gigabit is',
    swatch: coverageSwatch({ technology: 'gigabit' }),
  });
});
