import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { addSites } from '../../../src/actions/edit-sites.ts';
import { RooftopsPanel } from '../../../src/panels/rooftops/rooftops-panel.tsx';
import { SitesTablePanel } from '../../../src/panels/rooftops/sites/sites-table-panel.tsx';
import { renderPanel } from '../../builders/panel.tsx';

const place = { lon: -0.124, lat: 51.5117, antennaMetres: 3, above: 'surface' } as const;

function show() {
  const { context } = renderPanel(
    <>
      <RooftopsPanel />
      <SitesTablePanel />
    </>,
    null,
  );
  const sites = () => context.project.getState().project.sites;
  return { context, sites };
}

const field = (name: string): HTMLElement => screen.getByRole('textbox', { name });

describe('the sites panel', () => {
  afterEach(cleanup);

  it('adds a site by form, and says which field is wrong and what to write', async () => {
    const { sites } = show();
    const add = await screen.findByRole('button', { name: 'Add the site' });
    fireEvent.change(field('Place'), { target: { value: 'nowhere' } });
    fireEvent.click(add);
    await screen.findByText(/Write latitude and longitude/);
    expect(document.activeElement).toBe(field('Place'));
    expect(field('Place').getAttribute('aria-invalid')).toBe('true');
    fireEvent.change(field('Name'), { target: { value: 'Library' } });
    fireEvent.change(field('Place'), { target: { value: '51.5, -0.12' } });
    const metres = screen.getByRole('spinbutton', { name: 'Antenna (metres)' });
    fireEvent.change(metres, { target: { value: '-4' } });
    fireEvent.click(add);
    await screen.findByText('Write a height in metres between 0 and 1,000.');
    expect(sites()).toEqual([]);
    fireEvent.change(metres, { target: { value: '4.5' } });
    fireEvent.change(screen.getByRole('combobox', { name: 'Measured' }), { target: { value: 'ground' } });
    fireEvent.click(add);
    await screen.findByRole('heading', { name: 'Library' });
    expect(sites()).toMatchObject([
      { name: 'Library', lat: 51.5, lon: -0.12, antennaMetres: 4.5, above: 'ground' },
    ]);
  });

  it('edits a site where it stands, one step of undo each, and takes nothing that cannot be', async () => {
    const { context, sites } = show();
    act(() => void addSites(context, [place]));
    await screen.findByRole('heading', { name: 'Site 1' });
    const name = field('Name');
    fireEvent.change(name, { target: { value: '  ' } });
    fireEvent.blur(name);
    await screen.findByText('A site needs a name.');
    fireEvent.change(name, { target: { value: 'Depot' } });
    fireEvent.keyDown(name, { key: 'Enter' });
    await screen.findByRole('heading', { name: 'Depot' });
    const where = field('Place');
    fireEvent.change(where, { target: { value: '51.52, -0.1' } });
    fireEvent.blur(where);
    await waitFor(() => expect(sites()[0]).toMatchObject({ lat: 51.52, lon: -0.1 }));
    act(() => context.project.getState().undo());
    expect(sites()[0]).toMatchObject({ name: 'Depot', lat: 51.5117 });
    expect((where as HTMLInputElement).value).toBe('51.51170, -0.12400');
    fireEvent.click(screen.getByRole('button', { name: 'Remove the site' }));
    expect(sites()).toEqual([]);
    await screen.findByRole('heading', { name: 'No rooftop sites yet' });
  });

  it('joins list, table and view; Escape leads back', async () => {
    const { context } = show();
    act(() => void addSites(context, [place, { ...place, name: 'Depot' }]));
    await screen.findByRole('heading', { name: 'Depot' });
    fireEvent.keyDown(document.body, { key: 'Escape' });
    const list = await screen.findByRole('list', { name: 'rooftop sites' });
    fireEvent.mouseEnter(within(list).getByRole('button', { name: 'Site 1' }).closest('li') as HTMLElement);
    expect(context.view.getState().rooftops.hoveredSite).toBe('site-1');
    const table = screen.getByRole('table', { name: 'Rooftop sites' });
    fireEvent.click(within(table).getByRole('row', { name: /Site 1/ }));
    await screen.findByRole('heading', { name: 'Site 1' });
    fireEvent.click(within(table).getByRole('button', { name: 'Antenna' }));
    expect(
      within(table)
        .getByRole('columnheader', { name: /Antenna/ })
        .getAttribute('aria-sort'),
    ).toBe('ascending');
  });

  it('waits for a place on the map until it is given or Escape is pressed', async () => {
    const { context } = show();
    fireEvent.click(await screen.findByRole('button', { name: 'Place it on the map' }));
    await screen.findByText('Choose where the site stands');
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(context.view.getState().rooftops.picking).toBe(null);
    expect(screen.queryByText('Choose where the site stands')).toBe(null);
  });
});
