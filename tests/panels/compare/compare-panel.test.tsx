import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Comparison } from '../../../src/domain/compare/comparison.ts';
import { AppProvider } from '../../../src/panels/app-provider.tsx';
import { ComparePanel } from '../../../src/panels/compare/compare-panel.tsx';
import { CompareTablePanel } from '../../../src/panels/compare/compare-table-panel.tsx';
import type { Settled } from '../../../src/workers/compute-api.ts';
import { makeAppContext } from '../../builders/app-context.ts';
import { comparisonOf, countedOf, publishedOf } from '../../builders/comparison.ts';
import { countedProject, THREE_WARDS } from '../../builders/counted-project.ts';
import { giveElementsSize } from '../../builders/panel.tsx';

/** Panel and table over real stores; the worker answers with `settled`. */
function show(settled: Settled<Comparison>, need: string | null = 'none') {
  giveElementsSize();
  const { context } = makeAppContext();
  const { project, analysis } = countedProject(THREE_WARDS);
  context.view.setState({ compare: { measure: 'share', authority: null, need } });
  context.project.setState({ project, version: 1 });
  context.analysis.setState({ status: 'ready', analysis, countedVersion: 1 });
  const compute = context.compute as { run: unknown };
  compute.run = async () => settled;
  // The real count follows the project; here it stands still.
  context.project.subscribe(({ version }) => context.analysis.setState({ countedVersion: version }));
  render(
    <StrictMode>
      <AppProvider context={context}>
        <ComparePanel />
        <CompareTablePanel />
      </AppProvider>
    </StrictMode>,
  );
  return context;
}

const needColumn = {
  contentId: 'need',
  fileName: 'need.csv',
  codeColumn: 'ward',
  kind: 'ward',
  column: 'deprivation',
  where: [],
  problem: null,
};
const done = (seed: Partial<Comparison> = {}): Settled<Comparison> => ({
  state: 'done',
  value: comparisonOf(seed),
});

describe('topic compare', () => {
  afterEach(cleanup);

  it('has every section, and says which file to drop in where one is empty', async () => {
    show(done());
    await screen.findByRole('heading', { name: 'Over time' });
    const titles = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    expect(titles).toEqual([
      'Compare',
      'Against the targets',
      'Against other authorities',
      'Ward against ward',
      'Need',
      'Over time',
      'Take it with you',
    ]);
    expect(document.body.textContent).toContain('Ofcom publishes one with each Connected Nations report');
    expect(document.body.textContent).toContain('Drop in a table of need by ward');
  });

  it('shows targets, the place among others and the published figure beside the counted', async () => {
    show(done({ counted: [countedOf()], published: [publishedOf({ E08999001: 76, E08999002: 90 })] }));
    await screen.findByRole('heading', { name: 'Published beside counted' });
    const text = (document.body.textContent ?? '').replaceAll('\u00a0', ' ');
    expect(text).toContain('Not reached as of September 2023. 50 more premises are needed.');
    expect(text).toContain('Wren: 76 %, 2nd of 2 authorities');
    expect(text).toContain('4.0 percentage points more than published');
    expect(screen.getByRole('img', { name: /Authorities by share of gigabit\. Wren: 76 %/ })).toBeTruthy();
  });

  it('compares wards by what is picked, in panel and table alike, and selects one in both', async () => {
    const context = show(done());
    await screen.findByRole('heading', { name: 'Need' });
    fireEvent.change(screen.getByLabelText('Compare by'), { target: { value: 'technology:5g' } });
    expect(context.view.getState().compare.measure).toBe('technology:5g');
    const table = screen.getByRole('table', { name: 'Wards compared: With 5G, share of premises' });
    const rows = within(table).getAllByRole('row');
    expect(rows[1].textContent).toContain('Birch');
    expect(rows[1].textContent).toContain('1st');
    expect(rows[1].textContent).toContain('1 of 4');
    fireEvent.click(within(table).getByRole('button', { name: 'Cedar' }));
    expect(context.view.getState().wardCode).toBe('E05999803');
    expect(screen.getAllByRole('button', { name: 'Cedar', pressed: true })).toHaveLength(1);
  });

  it('weighs by the first need of a table that is loaded, says what it changes, and leaves it at a word', async () => {
    const { analysis } = countedProject(THREE_WARDS);
    const rank = (place: number) => ({ rank: place, sharing: 1, best: place, worst: place });
    const need: Comparison['need'] = {
      kind: 'ranked',
      choice: {
        contentId: 'need',
        codeColumn: 'ward',
        column: 'deprivation',
        where: [],
        higherMeansMore: true,
      },
      fileName: 'need.csv',
      source: { title: 'need.csv', publisher: null, date: null, licence: null, url: null },
      ranking: {
        plain: Float64Array.of(0, 3, 2, 0, 5),
        weighted: Float64Array.of(0, 2, 4, 0, 6),
        withoutValue: new Float64Array(5),
        units: analysis.units,
        wards: [
          { plain: rank(3), weighted: rank(3), move: 0 },
          { plain: rank(1), weighted: rank(2), move: -1 },
          { plain: rank(2), weighted: rank(1), move: 1 },
        ],
      },
      weights: {
        unitsWithValue: 10,
        unitsWithout: 0,
        mean: 2,
        smallest: 1,
        largest: 4,
        way: '',
        unreadable: 0,
      },
    };
    const context = show(done({ needColumns: [needColumn], need }), null);
    await screen.findByText(
      '2 of 3 wards rank differently by need, most of all Cedar (up 1 place) and Birch (down 1 place).',
    );
    expect(context.project.getState().project.need).toMatchObject({ column: 'deprivation' });
    const titles = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    expect(titles.slice(0, 2)).toEqual(['Compare', 'Need']);
    act(() => context.project.getState().undo());
    await waitFor(() => expect(context.project.getState().project.need).toBeUndefined());
    expect(context.project.getState().done).toEqual([]);
  });

  it('takes up the need that the address asks for, and waits where its table is not loaded', async () => {
    const context = show(done({ needColumns: [needColumn] }), 'low/need.csv/ward/deprivation/');
    await screen.findByRole('heading', { name: 'Need' });
    await waitFor(() =>
      expect(context.project.getState().project.need).toMatchObject({ higherMeansMore: false }),
    );
    cleanup();
    const other = show(done({ needColumns: [needColumn] }), 'high/imd.csv/lsoa/score/');
    await screen.findByRole('heading', { name: 'Need' });
    expect(other.project.getState().project.need).toBeUndefined();
    expect(other.view.getState().compare.need).toBe('high/imd.csv/lsoa/score/');
  });

  it('marks an earlier answer while another is made, and ranks nothing by it', async () => {
    const context = show(done({ published: [publishedOf({ E08999001: 76, E08999002: 90 })] }));
    await screen.findByRole('button', { name: 'Download the comparison (CSV)' });
    expect(document.querySelector('.compare-earlier')).toBeNull();
    Object.assign(context.compute, { run: () => new Promise(() => undefined) });
    act(() =>
      context.view.setState({ compare: { ...context.view.getState().compare, authority: 'E08999002' } }),
    );
    const earlier = document.querySelector('.compare-earlier');
    expect(earlier?.getAttribute('aria-busy')).toBe('true');
    expect(earlier?.textContent).toContain('What stands below is of the count before.');
    expect(screen.queryByRole('button', { name: 'Download the comparison (CSV)' })).toBeNull();
  });

  it('picks a need and its direction as steps that can be undone', async () => {
    const context = show(done({ needColumns: [needColumn] }));
    fireEvent.change(await screen.findByLabelText('Weigh by'), {
      target: { value: JSON.stringify(['need', 'ward', 'deprivation', []]) },
    });
    expect(context.project.getState().project.need).toMatchObject({
      column: 'deprivation',
      higherMeansMore: true,
    });
    fireEvent.click(screen.getByLabelText(/^low/));
    expect(context.project.getState().project.need?.higherMeansMore).toBe(false);
    context.project.getState().undo();
    context.project.getState().undo();
    expect(context.project.getState().project.need).toBeUndefined();
  });

  it('lets the authority be chosen where the files do not tell it, and says what is a guess', async () => {
    const context = show(done({ atHand: [], authority: null, published: [publishedOf({ E08999001: 76 })] }));
    const select = await screen.findByLabelText('Authority');
    fireEvent.change(select, { target: { value: 'E08999001' } });
    expect(context.view.getState().compare.authority).toBe('E08999001');
  });

  it('says in words why it failed, and can be asked again', async () => {
    show({ state: 'failed', name: 'Error', message: 'The data is not loaded.', place: null });
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('The data is not loaded.'));
    expect(screen.getByRole('button', { name: 'Compare again' })).toBeTruthy();
    expect(screen.getByLabelText('Compare by')).toBeTruthy();
  });
});
