import { fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { undo } from '../../../src/actions/undo.ts';
import { useProject } from '../../../src/panels/app-provider.tsx';
import { DesignationField } from '../../../src/panels/data/designation-field.tsx';
import { renderPanel } from '../../builders/panel.tsx';
import { datasetOf, projectOf } from '../../builders/project.ts';

function FirstFile() {
  const dataset = useProject(({ project }) => project.datasets[0]);
  return <DesignationField dataset={dataset} />;
}

it('shows what the name tells, takes what a person says, and gives it back by undo', () => {
  const dataset = datasetOf({ role: 'context', fileName: 'conservation-area.geojson' });
  const { context } = renderPanel(<FirstFile />, null, ({ project }) =>
    project.setState({ project: projectOf({ datasets: [dataset] }) }),
  );
  const select = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Protected land it shows' });
  expect(select.value).toBe('conservation area');
  expect(screen.getByText(/Taken from its name/).id).toBe(select.getAttribute('aria-describedby'));
  fireEvent.change(select, { target: { value: 'none' } });
  expect(context.project.getState().project.datasets[0].designation).toBe('none');
  expect(screen.queryByText(/Taken from its name/)).toBeNull();
  fireEvent.change(select, { target: { value: 'listed building' } });
  expect(select.value).toBe('listed building');
  undo(context);
  undo(context);
  expect(context.project.getState().project.datasets[0]).toEqual(dataset);
});
