import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backgroundWords,
  dotWords,
  hasExpectedDots,
  layerEntries,
  mapLegend,
  wardKey,
} from '../../../src/stores/derived/map-legend.ts';
import { analysisOf } from '../../builders/analysis.ts';
import { layerOf } from '../../builders/layers.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';

const VIEW = { shownLayers: [], showPremises: true };
const project = projectOf({
  datasets: [datasetOf({ role: 'wards', roles: { code: 'code' } }), datasetOf({ role: 'premises' })],
  layers: [
    layerOf({ key: 'fast', technology: 'gigabit', operator: 'Fenline' }),
    layerOf({ key: 'air', technology: '5g' }),
    layerOf({ key: 'odd', technology: 'pigeon' }),
    layerOf({ key: 'rows', technology: 'gigabit', shape: 'records' }),
  ],
});

describe('the key in the corner', () => {
  it('counts the wards of each step, most first, and is empty where none are ranked', () => {
    const analysis = analysisOf(
      [5, 15, 18, 45, 0].map((notSpots) => ({ units: 100, notSpots, notKnown: 0 })),
    );
    const key = wardKey(analysis);
    expect(key.map(({ step }) => step)).toEqual([5, 4, 3, 2, 1]);
    expect(key.reduce((sum, { wards }) => sum + wards, 0)).toBe(4);
    expect(key[0]).toEqual({ step: 5, label: 'to 50 %', wards: 1 });
    expect(wardKey({ ...analysis, ranksWards: false })).toEqual([]);
  });
});

describe('the legend', () => {
  it('counts every ward in one class and every unit in one state', () => {
    const ward = fc.record({
      units: fc.integer({ min: 0, max: 900 }),
      yes: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(ward, { minLength: 1, maxLength: 25 }), (wards) => {
        const analysis = analysisOf(
          wards.map(({ units, yes }) => ({
            units,
            notSpots: Math.floor(units * yes),
            notKnown: Math.ceil((units * (1 - yes)) / 2),
          })),
        );
        const entries = mapLegend(project, analysis, VIEW);
        const sum = (group: string) =>
          entries.filter((one) => one.group === group).reduce((total, one) => total + (one.count ?? 0), 0);
        expect(sum('wards')).toBe(wards.length);
        expect(sum('premises')).toBe(analysis.units.at(-1));
      }),
    );
  });

  it('says how much of what in words', () => {
    const entries = mapLegend(project, analysisOf([{ units: 2000, notSpots: 1204 }]), VIEW);
    expect(entries.find((one) => one.id === 'wards 5')).toMatchObject({
      label: '60.0 % to 75.0 %',
      note: '1 ward',
      token: '--class-5',
    });
    expect(entries.find((one) => one.id === 'premises not-spot')).toMatchObject({
      note: '1,204 premises',
      pattern: 'hatch',
    });
  });

  it('gives the hatch to not-spots alone', () => {
    const entries = mapLegend(project, analysisOf([{ units: 9, notSpots: 2 }]), {
      ...VIEW,
      shownLayers: ['fast', 'air', 'odd'],
    });
    expect(entries.filter((one) => one.pattern === 'hatch').map((one) => one.id)).toEqual([
      'premises not-spot',
    ]);
    const coverage = entries.filter((one) => one.group === 'coverage');
    expect(coverage.map((one) => [one.id, one.token, one.pattern])).toEqual([
      ['fast', '--tech-gigabit', 'lines'],
      ['air', '--tech-5g', 'rings'],
      ['odd', '--tech-other', 'cross'],
    ]);
  });

  it('says "expected" only where shares leave a band, and what one dot is in the unit’s word', () => {
    const exact = analysisOf([{ units: 9, notSpots: 2 }]);
    expect(hasExpectedDots(exact)).toBe(false);
    expect(mapLegend(project, exact, VIEW).some((one) => one.label.includes('expected'))).toBe(false);
    const { notSpots } = exact;
    const banded = {
      ...exact,
      unit: 'postcodes' as const,
      notSpots: { ...notSpots, high: notSpots.high.map((value) => value + 1) },
    };
    expect(mapLegend(project, banded, VIEW).find((one) => one.id === 'premises not-spot')?.label).toBe(
      'not-spots, expected',
    );
    expect(dotWords(banded)).toBe('dot: one postcode – click to ask about it');
  });

  it('leaves out what the map does not draw', () => {
    const analysis = analysisOf([{ units: 9, notSpots: 2 }]);
    expect(
      mapLegend(project, analysis, { shownLayers: ['rows'], showPremises: false }).every(
        (one) => one.group === 'wards',
      ),
    ).toBe(true);
    expect(
      mapLegend(project, null, { shownLayers: ['fast'], showPremises: true }).map((one) => one.id),
    ).toEqual(['fast']);
    expect(layerEntries(project, null).map((one) => one.id)).toEqual(['fast', 'air', 'odd', 'rows']);
  });

  it('ranks no wards where the recipe does not', () => {
    const entries = mapLegend(project, analysisOf([{ units: 9, notSpots: 2 }], { ranksWards: false }), VIEW);
    expect(entries.filter((one) => one.group === 'wards').map((one) => [one.label, one.count])).toEqual([
      ['not ranked by this definition', 1],
      ['mostly not known', 0],
    ]);
  });

  it('rounds the dots so that they add up as shown', () => {
    const analysis = analysisOf([{ units: 40_000, notSpots: 4637 }]);
    const half = {
      ...analysis,
      notSpots: { ...analysis.notSpots, mid: analysis.notSpots.mid.map(() => 4636.5) },
    };
    const notes = mapLegend(project, half, VIEW)
      .filter((one) => one.group === 'premises')
      .map((one) => one.note);
    expect(notes).toEqual(['4,637 premises', '0 premises', '35,363 premises']);
  });

  it('names the background files that are drawn in grey', () => {
    const context = (fileName: string, columnNames: string[]) =>
      datasetOf({ role: 'context', contentId: fileName, fileName, columnNames, rows: 40 });
    const datasets = [context('assets.csv', ['uprn']), context('streets.geojson', ['kind', 'name'])];
    expect(backgroundWords(projectOf({ datasets }))).toContain('outlines: assets.csv. Nothing');
    expect(backgroundWords(project)).toBeNull();
  });
});
