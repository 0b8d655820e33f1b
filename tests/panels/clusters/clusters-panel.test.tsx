import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { clusterQuestion } from '../../../src/actions/find-clusters.ts';
import type { NotSpotClusters } from '../../../src/domain/clusters/not-spot-clusters.ts';
import { ClustersPanel } from '../../../src/panels/clusters/clusters-panel.tsx';
import { ClustersTablePanel } from '../../../src/panels/clusters/clusters-table-panel.tsx';
import { clustersOf, terrace } from '../../builders/cluster-premises.ts';
import { countedProject, THREE_WARDS } from '../../builders/counted-project.ts';
import { renderPanel } from '../../builders/panel.tsx';

const found = clustersOf({
  premises: [
    ...terrace(412_000, 301_000, 5),
    ...terrace(415_000, 301_000, 3),
    ...terrace(418_000, 301_000, 2),
    { easting: 412_200, northing: 301_000, answers: ['yes'], id: 'lit' },
  ],
}).clusters;

/** Panel and table over a store that holds these clusters as the answer to what is asked. */
function show(clusters: NotSpotClusters | null = found): AppContext {
  const { context } = renderPanel(
    <>
      <ClustersPanel />
      <ClustersTablePanel />
    </>,
    null,
  );
  const { project, analysis } = countedProject(THREE_WARDS);
  act(() => {
    context.compute.run = () => new Promise(() => {});
    context.view.setState({ topic: 'clusters' });
    context.project.setState({ project, version: 1 });
    context.analysis.setState({ status: 'ready', analysis, countedVersion: 1 });
  });
  if (clusters) act(() => answer(context, clusters));
  return context;
}

function answer(context: AppContext, clusters: NotSpotClusters): void {
  const { version } = context.project.getState();
  context.studies.clusters.setState({
    status: 'ready',
    answer: clusters,
    answered: { question: clusterQuestion(context), version },
    step: null,
    cancel: null,
    problem: null,
  });
}

function tableRow(name: string): HTMLElement {
  return within(screen.getByRole('table', { name: 'Clusters of not-spots' })).getByRole('row', {
    name: new RegExp(name),
  });
}

describe('the clusters panel', () => {
  afterEach(cleanup);

  it('says what clusters hold of all not-spots, and lists the largest', () => {
    show();
    expect(document.getElementById('clusters-headline')?.textContent).toBe(
      '2 clusters hold 8 of 10 not-spots (80.0 %); 2 are scattered.',
    );
    const list = screen.getByRole('region', { name: 'Largest clusters' });
    expect(
      within(list)
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual(['Alder 1', '5', 'Alder 2', '3']);
  });

  it('opens a cluster from the list, and leads on and back by button and Escape', () => {
    const context = show();
    const list = screen.getByRole('region', { name: 'Largest clusters' });
    fireEvent.click(within(list).getByRole('button', { name: 'Alder 1' }));
    expect(context.view.getState().clusters.id).toBe('e412000-n301000');
    expect(screen.getByRole('heading', { name: 'Alder 1' })).toBeTruthy();
    expect(screen.getByText('5 of 5 premises (100.0 %) lack it')).toBeTruthy();
    expect(tableRow('Alder 1').getAttribute('aria-current')).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: 'Next cluster' }));
    expect(screen.getByRole('heading', { name: 'Alder 2' })).toBeTruthy();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(context.view.getState().clusters.id).toBe(null);
    expect(screen.getByRole('region', { name: 'Largest clusters' })).toBeTruthy();
  });

  it('marks the nearest covered premises, and takes the mark away again', () => {
    const context = show();
    fireEvent.click(within(tableRow('Alder 1')).getByRole('button', { name: 'Alder 1' }));
    fireEvent.click(screen.getByRole('button', { name: 'Mark it on the map' }));
    expect(context.marks.getState().marks).toMatchObject([{ label: 'lit' }]);
    fireEvent.click(screen.getByRole('button', { name: 'Back to all clusters' }));
    expect(context.marks.getState().marks).toEqual([]);
  });

  it('is linked both ways by hover', () => {
    const context = show();
    fireEvent.mouseEnter(tableRow('Alder 2'));
    expect(context.view.getState().clusters.hovered).toBe('e415000-n301000');
    const list = screen.getByRole('region', { name: 'Largest clusters' });
    expect(list.querySelector('.is-hovered')?.textContent).toContain('Alder 2');
    fireEvent.focus(within(list).getByRole('button', { name: 'Alder 1' }));
    expect(tableRow('Alder 1').className).toContain('is-hovered');
  });

  it('takes other numbers once they make sense, and says so where they do not', async () => {
    const context = show();
    const distance = screen.getByLabelText('Joined within (metres)');
    fireEvent.change(distance, { target: { value: '3' } });
    await waitFor(() => expect(distance.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByText('Write a whole number of metres, 10 to 5,000.')).toBeTruthy();
    expect(context.view.getState().clusters.distanceMetres).toBe(150);
    fireEvent.change(distance, { target: { value: '300' } });
    await waitFor(() => expect(context.view.getState().clusters.distanceMetres).toBe(300));
    expect(distance.getAttribute('aria-invalid')).toBe(null);
    expect(screen.getByText('These are the clusters found before.')).toBeTruthy();
  });

  it('shows work under way, and can be cancelled and started again', () => {
    const context = show(null);
    expect(screen.getByLabelText('Finding clusters', { selector: 'section' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.getByText('Finding clusters was cancelled')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Find clusters' }));
    expect(context.studies.clusters.getState().status).toBe('working');
  });

  it('says why there are none', () => {
    const context = show(null);
    const problem = 'Superfast gives shares of areas.';
    act(() => context.studies.clusters.setState({ status: 'failed', problem, answer: null }));
    expect(screen.getByText(problem)).toBeTruthy();
    act(() => answer(context, clustersOf({ premises: terrace(412_000, 301_000, 2) }).clusters));
    expect(screen.getByRole('heading', { name: 'No clusters: every not-spot is scattered' })).toBeTruthy();
    act(() => answer(context, clustersOf({ premises: [] }).clusters));
    expect(screen.getByRole('heading', { name: 'There are no not-spots' })).toBeTruthy();
  });

  it('says that a cluster of the address is not among them', () => {
    const context = show();
    act(() => context.view.setState({ clusters: { ...context.view.getState().clusters, id: 'e1-n1' } }));
    expect(screen.getByText('The cluster that was open is not among these.')).toBeTruthy();
  });

  it('shows hostile names as text', () => {
    const name = '<img src=x onerror="alert(1)">';
    show({ ...found, names: [name, '{{7*7}}'] });
    expect(screen.getAllByRole('button', { name })).toHaveLength(2);
    expect(document.querySelector('img')).toBe(null);
  });
});
