import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { importDig } from '../../../src/actions/import-dig.ts';
import { openDesign } from '../../../src/actions/set-interventions-view.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { DigHandOver } from '../../../src/panels/interventions/hand-over/dig-hand-over.tsx';
import { OpenWritten } from '../../../src/panels/interventions/hand-over/open-written.tsx';
import { chooseFile } from '../../builders/choose-file.ts';
import { EMPTY_DESIGN, FULL_DESIGN } from '../../builders/dig-designs.ts';
import { renderPanel } from '../../builders/panel.tsx';
import { datasetOf, projectOf } from '../../builders/project.ts';

afterEach(cleanup);

function show(project: Partial<Project>, designId: string | null = 'dig-1') {
  return renderPanel(
    <>
      <DigHandOver />
      <OpenWritten thing="design" take={importDig} />
    </>,
    null,
    (context) => {
      context.project.setState({
        project: { ...projectOf(project), designs: [FULL_DESIGN, EMPTY_DESIGN] },
        version: 1,
      });
      openDesign(context, designId);
    },
  );
}

const held = (name: RegExp): string => {
  const item = screen.getAllByRole('listitem').find(({ textContent }) => name.test(textContent ?? ''));
  return item?.textContent ?? '';
};

describe('handing over', () => {
  it('offers each file with what is in it and what it lacks', () => {
    show({});
    const items = screen.getAllByRole('listitem');
    expect(items.map((item) => within(item).getByRole('button').textContent)).toEqual([
      'Design (GeoJSON)',
      'Streets (CSV)',
      'Bill of quantities (CSV)',
      'Pieces (CSV)',
      'Premises (CSV)',
      'Map (KML)',
      'Open Fibre Data (JSON)',
      'Open Fibre nodes (GeoJSON)',
      'Open Fibre spans (GeoJSON)',
    ]);
    for (const item of items) expect(item.textContent).toMatch(/Lacks /);
  });

  it('offers the question alone where there is no route yet', () => {
    show({}, 'dig-2');
    expect(screen.getAllByRole('button', { name: /\(/ }).map(({ textContent }) => textContent)).toEqual([
      'Design (GeoJSON)',
    ]);
    expect(held(/Map \(KML\)/)).toMatch(/There is no route yet/);
  });

  it('says why a file is kept back where the premises are confidential', () => {
    show({ datasets: [{ ...datasetOf({ role: 'premises', contentId: 'file-1' }), confidential: true }] });
    expect(held(/Design/)).toMatch(/file-1\.geojson is marked confidential/);
    expect(screen.getByRole('button', { name: 'Streets (CSV)' })).toBeTruthy();
  });

  it('offers nothing where no design is open, but to open one', () => {
    show({}, null);
    expect(screen.queryByRole('listitem')).toBeNull();
    expect(screen.getByRole('button', { name: 'Open a design' })).toBeTruthy();
  });

  it('says what is wrong with a file that was chosen', async () => {
    const { context } = show({}, null);
    context.compute.run = async () => ({
      state: 'failed',
      name: 'DigRefused',
      message: 'north.geojson, feature 1: it is not as Notspot wrote it.',
      place: null,
    });
    chooseFile('Open a design', new File(['{}'], 'north.geojson'));
    await waitFor(() => expect(screen.getByText(/feature 1: it is not/)).toBeTruthy());
  });
});
