import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { readRecord } from '../../../src/domain/project/dataset-record.ts';
import { projectWith } from '../../../src/domain/project/project-with.ts';
import { suggestRoles } from '../../../src/formats/suggest-roles.ts';
import { LayerReading } from '../../../src/panels/data/layer-reading.tsx';
import { OfferedLayers } from '../../../src/panels/data/offered-layers.tsx';
import { renderPanel } from '../../builders/panel.tsx';
import { projectOf } from '../../builders/project.ts';
import { memoryFile, quietly, readOne } from '../../formats/input-file.ts';

async function projectOfFile(text: string) {
  const { table, report } = await readOne(memoryFile('a.csv', text), quietly());
  const columnNames = table.columns.map((column) => column.name);
  const suggestion = suggestRoles(table);
  return projectWith(projectOf({}), [
    readRecord(
      { contentId: 'file-1', rows: table.rows, format: 'csv', columnNames, suggestion, areaName: null },
      report,
    ),
  ]);
}

describe('what a layer is read as', () => {
  afterEach(cleanup);

  it('is named by the person where no column names it', async () => {
    const project = await projectOfFile('lad_code,pct\nE09099001,99.9\nE09099002,98\n');
    const { context } = renderPanel(<LayerReading layer={project.layers[0]} />, null);
    context.project.setState({ project });
    const technology = screen.getByRole('combobox', { name: 'Technology' });
    expect(within(technology).getByRole('option', { selected: true }).textContent).toBe('Not named yet');
    fireEvent.change(technology, { target: { value: '4g' } });
    expect(context.project.getState().project.layers).toMatchObject([{ technology: '4g', key: '4g' }]);
    expect(screen.queryByRole('combobox', { name: 'Covered from code' })).toBeNull();
  });

  it('offers the codes that may count, and only those', async () => {
    const project = await projectOfFile('uprn,4g_northlink\n990000000001,4\n990000000002,3\n');
    const { context } = renderPanel(<LayerReading layer={project.layers[0]} />, null);
    context.project.setState({ project });
    const codes = screen.getByRole('combobox', { name: 'Covered from code' });
    expect(
      within(codes)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual(['1: reliable signal unlikely', '2: may have problems', '3: limited', '4: likely']);
    fireEvent.change(codes, { target: { value: '3' } });
    expect(context.project.getState().project.layers).toMatchObject([{ atLeast: 3 }]);
  });

  it('adds a plan as a layer only when asked, with its meaning beside it', async () => {
    const project = await projectOfFile(
      'uprn,struprn,subsidy_control_status,current_gigabit,future_gigabit\n990000000001,str1,Gigabit White,false,true\n990000000002,str2,Gigabit White,true,\n',
    );
    const [dataset] = project.datasets;
    const { context } = renderPanel(<OfferedLayers dataset={dataset} layers={project.layers} />, null);
    context.project.setState({ project });
    expect(screen.getByRole('listitem').textContent).toContain('a plan, not availability');
    fireEvent.click(screen.getByRole('button', { name: /Make it a layer/ }));
    const { layers } = context.project.getState().project;
    expect(layers.map(({ technology }) => technology)).toEqual(['gigabit', 'gigabit-planned']);
    cleanup();
    renderPanel(<OfferedLayers dataset={dataset} layers={layers} />, null);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
