import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
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
function show(settled: Settled<Comparison>) {
  giveElementsSize();
  const { context } = makeAppContext();
  const { project, analysis } = countedProject(THREE_WARDS);
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
