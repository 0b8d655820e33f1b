import { File as NodeFile } from 'node:buffer';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { useStore } from 'zustand';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { importFiles } from '../../../src/actions/import-files.ts';
import { useApp } from '../../../src/panels/app-provider.tsx';
import { CoordinatesControl } from '../../../src/panels/data/coordinates-control.tsx';
import { renderPanel } from '../../builders/panel.tsx';

/** The control of the first file, as the Data page has it. */
function FirstFile() {
  const datasets = useStore(useApp().project, (state) => state.project.datasets);
  return datasets[0] ? <CoordinatesControl dataset={datasets[0]} /> : null;
}

async function withFile(name: string, text: string): Promise<AppContext> {
  const { context } = renderPanel(<FirstFile />, null);
  // jsdom's File cannot be streamed.
  await importFiles(context, [new NodeFile([text], name) as unknown as File]);
  return context;
}

const IRISH = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [333_000, 374_000] } },
  ],
});

describe('the coordinates of a file', () => {
  test('say how they are read, and are put right by one choice', async () => {
    const context = await withFile('belfast.geojson', IRISH);
    const select = await screen.findByLabelText<HTMLSelectElement>('Coordinates');
    expect(select.value).toBe('');
    screen.getByText('British National Grid, guessed from the numbers, converted (±5 m)');
    fireEvent.change(select, { target: { value: 'irish' } });
    await screen.findByText('Irish Grid, as you said, converted (±1 m)');
    expect(select.value).toBe('irish');
    expect(context.project.getState().done.at(-1)?.label).toBe('Coordinates of belfast.geojson: Irish Grid');
  });

  test('are shown on the map as read, and in words where they are no place as written', async () => {
    const context = await withFile('belfast.geojson', IRISH);
    fireEvent.click(await screen.findByRole('button', { name: 'Show as read: belfast.geojson' }));
    await waitFor(() => expect(context.marks.getState().marks).toHaveLength(1));
    expect(screen.getByRole('status').textContent).toBe('Marked on the map, as read.');
    fireEvent.click(screen.getByRole('button', { name: 'Show as written: belfast.geojson' }));
    expect(context.marks.getState().marks).toEqual([]);
    expect(screen.getByRole('status').textContent).toBe(
      'As written, 333,000 / 374,000 is no place on the map.',
    );
  });

  test('are not spoken of where a file has none', async () => {
    const context = await withFile('list.csv', 'postcode,speed\nM15 4AB,10\nM15 4AD,30\n');
    expect(context.project.getState().project.datasets).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.queryByLabelText('Coordinates')).toBeNull();
  });
});
