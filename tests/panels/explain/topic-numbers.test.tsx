import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { clusterQuestion } from '../../../src/actions/find-clusters.ts';
import type { AreaAnalysis } from '../../../src/domain/areas/area-analysis.ts';
import { AreasTablePanel } from '../../../src/panels/areas/areas-table-panel.tsx';
import { BeforeAfterPanel } from '../../../src/panels/before-after/before-after-panel.tsx';
import { BeforeAfterTablePanel } from '../../../src/panels/before-after/before-after-table-panel.tsx';
import { ClustersTablePanel } from '../../../src/panels/clusters/clusters-table-panel.tsx';
import { CompareTablePanel } from '../../../src/panels/compare/compare-table-panel.tsx';
import { FigureDialog } from '../../../src/panels/explain/figure-dialog.tsx';
import { clustersOf, terrace } from '../../builders/cluster-premises.ts';
import { comparisonOf } from '../../builders/comparison.ts';
import { codeOfWard, THREE_WARDS } from '../../builders/counted-project.ts';
import { renderPanel } from '../../builders/panel.tsx';
import { renderCompared } from '../../builders/render-compared.tsx';

const km2 = (...values: number[]): Float64Array => Float64Array.from(values, (value) => value * 1e6);

const MEASURED: AreaAnalysis = {
  recipeText: THREE_WARDS.recipe,
  recipeWords: 'neither gigabit nor 5G',
  layerIds: ['gigabit', '5g-plover', '5g-dunlin'],
  wardCodes: [0, 1, 2].map(codeOfWard),
  wardNames: ['Ash', 'Birch', 'Cedar'],
  area: km2(10, 20, 30, 60),
  notSpots: { low: km2(0, 4, 6, 10), mid: km2(0, 5, 7, 12), high: km2(0, 6, 8, 14) },
  notKnown: km2(0, 0, 3, 3),
  operators: [
    {
      technology: '5g',
      label: '5G',
      operators: ['Plover', 'Dunlin'],
      exactly: [km2(1, 2, 3, 6), km2(4, 8, 12, 24), km2(5, 10, 12, 27)],
      notKnown: km2(0, 0, 3, 3),
    },
  ],
  refusals: [],
  leftAside: [],
  assumptions: [{ text: 'Its extent is assumed.', source: null }],
};

const FOUND = clustersOf({
  premises: [
    ...terrace(412_000, 301_000, 5),
    ...terrace(415_000, 301_000, 3),
    { easting: 412_200, northing: 301_000, answers: ['yes'], id: 'lit' },
  ],
}).clusters;

const STILL = ({ compute }: AppContext): void => {
  Object.assign(compute, { run: () => new Promise(() => undefined) });
};

const ready = { status: 'ready' as const, step: null, problem: null, cancel: null };

/** Presses every number of the table: each opens an explanation that begins with the number as it is printed. */
function pressAll(context: AppContext): number {
  const asked = [...document.querySelectorAll<HTMLElement>('.ward-table .explained')];
  for (const number of asked) {
    fireEvent.click(number);
    const printed = number.textContent?.trim() ?? '';
    const value = document.querySelector('.answer-number')?.textContent ?? 'no explanation';
    expect(printed.startsWith(value.replace('\u00a0km²', '')), `${printed}: ${value}`).toBe(true);
    const text = document.querySelector('.answer')?.textContent ?? '';
    expect(text, printed).not.toMatch(/NaN|undefined|null|Infinity/);
    expect(document.querySelectorAll('.answer-formulas li').length, printed).toBeGreaterThan(0);
    expect(document.querySelectorAll('.answer-files li').length, printed).toBeGreaterThan(0);
    act(() => context.view.setState({ explained: null }));
  }
  return asked.length;
}

/** Presses one number and returns what its explanation says. */
function press(row: RegExp, column: number): string {
  const line = screen.getAllByRole('row').find((one) => row.test(one.textContent ?? ''));
  const number = line?.children[column]?.querySelector('button');
  if (!number) throw new Error(`There is no number in column ${column} of ${row}.`);
  fireEvent.click(number);
  return (document.querySelector('dialog')?.textContent ?? '').replaceAll('\u00a0', ' ');
}

describe('the numbers of the topics’ tables', () => {
  beforeEach(() => {
    // jsdom draws no modal dialogs.
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function () {
      this.open = false;
      this.dispatchEvent(new Event('close'));
    };
  });
  afterEach(cleanup);

  it('explain themselves in the table of clusters, and neither open nor close a cluster', () => {
    const { context } = renderPanel(
      <>
        <ClustersTablePanel />
        <FigureDialog />
      </>,
      THREE_WARDS,
      STILL,
    );
    const answered = { question: clusterQuestion(context), version: 1 };
    act(() => context.studies.clusters.setState({ ...ready, answer: FOUND, answered }));
    expect(pressAll(context)).toBeGreaterThan(8);
    expect(context.view.getState().clusters.id).toBeNull();
    const area = press(/5/, 1);
    expect(area).toContain('Rank');
    act(() => context.view.setState({ explained: { kind: 'cluster', column: 'not-spots', place: 'gone' } }));
    expect(document.querySelector('dialog')?.textContent).toContain('there is no such figure any more');
  });

  it('explain themselves in the table of areas, the premises as the count does', () => {
    const { context } = renderPanel(
      <>
        <AreasTablePanel />
        <FigureDialog />
      </>,
      THREE_WARDS,
      STILL,
    );
    const answered = { question: { recipeText: THREE_WARDS.recipe }, version: 1 };
    act(() => context.studies.areas.setState({ ...ready, answer: MEASURED, answered }));
    expect(pressAll(context)).toBe(6 * 4);
    const birch = press(/^Birch/, 2);
    expect(birch).toContain('Not-spot area in Birch');
    expect(birch).toContain(
      '5,000,000 m² not-spot = 20,000,000 m² − 15,000,000 m² that is none − 0 m² not known',
    );
    expect(birch).toContain('4.00 to 6.00');
    expect(birch).not.toContain('Check by brute force');
    act(() => context.view.setState({ explained: null }));
    expect(press(/^Birch/, 5)).toContain('Not-spots in Birch');
  });

  it('explain themselves in the table of wards compared, by any measure', () => {
    const { context } = renderPanel(
      <>
        <CompareTablePanel />
        <FigureDialog />
      </>,
      THREE_WARDS,
      STILL,
    );
    act(() =>
      context.studies.comparison.setState({
        ...ready,
        answer: comparisonOf(),
        answered: { question: { authority: null }, version: 1 },
      }),
    );
    for (const measure of ['share', 'not-spots', 'technology:gigabit', 'technology:5g']) {
      act(() => context.view.setState({ compare: { measure, authority: null, need: null } }));
      expect(pressAll(context), measure).toBeGreaterThan(12);
    }
    act(() => context.view.setState({ compare: { measure: 'share', authority: null, need: null } }));
    expect(press(/Birch/, 1)).toMatch(/Place 1 = 1 \+ 0 wards with a share that is higher/);
  });

  it('explain themselves in the table of before and after, each side by its own definition', async () => {
    const { context } = renderCompared(
      <>
        <BeforeAfterPanel />
        <BeforeAfterTablePanel />
        <FigureDialog />
      </>,
    );
    await screen.findByRole('table', { name: /before and after, and the difference/ });
    expect(pressAll(context)).toBe(8 * 4);
    const after = press(/^Total/, 2);
    expect(after).toContain('After: not-spots');
    expect(after).toContain('recipe: no gigabit)');
    act(() => context.view.setState({ explained: null }));
    const became = press(/^Ash/, 4);
    expect(became).toContain('Became a not-spot in Ash');
    expect(became).toContain('1 = 1 that were none + 0 that were not known');
  });
});
