import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { importPlan } from '../../../src/actions/import-plan.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { OpenWritten } from '../../../src/panels/interventions/hand-over/open-written.tsx';
import { PlanHandOver } from '../../../src/panels/interventions/hand-over/plan-hand-over.tsx';
import { chooseFile } from '../../builders/choose-file.ts';
import { withPlansMadeNow } from '../../builders/made-now.ts';
import { renderPanel } from '../../builders/panel.tsx';
import { EMPTY_PLAN, FULL_PLAN } from '../../builders/plans.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';

afterEach(cleanup);

function show(given: Partial<Project>, asGiven: Plan = FULL_PLAN, isFresh = true) {
  const project = isFresh
    ? withPlansMadeNow(projectOf(given), [asGiven])
    : { ...projectOf(given), plans: [asGiven] };
  return renderPanel(
    <>
      <PlanHandOver plan={project.plans[0]} />
      <OpenWritten thing="plan" take={importPlan} />
    </>,
    null,
    (context) => {
      context.project.setState({ project, version: 1 });
    },
  );
}

const item = (label: RegExp): HTMLElement => {
  const found = screen.getAllByRole('listitem').find(({ textContent }) => label.test(textContent ?? ''));
  if (!found) throw new Error(`There is no ${String(label)}.`);
  return found;
};

describe('handing a plan over', () => {
  it('offers each file with what is in it and what it lacks, the page to print first', () => {
    show({});
    const items = screen.getAllByRole('listitem');
    expect(items.map((one) => within(one).getByRole('button').textContent)).toEqual([
      'Page to print (HTML)',
      'Plan (GeoJSON)',
      'Bill of quantities (CSV)',
      'Comparison (CSV)',
      'Premises (CSV)',
      'Hubs (CSV)',
      'Links (CSV)',
      'Map (KML)',
    ]);
    for (const one of items.slice(1)) expect(one.textContent).toMatch(/Lacks /);
  });

  it('offers the question alone where there is no design yet', () => {
    show({}, EMPTY_PLAN);
    expect(screen.getAllByRole('button', { name: /\(/ }).map(({ textContent }) => textContent)).toEqual([
      'Plan (GeoJSON)',
    ]);
    expect(item(/Map \(KML\)/).textContent).toMatch(/There is no design yet/);
  });

  it('keeps back what would show confidential roofs, and says what the page then leaves out', () => {
    show({ datasets: [datasetOf({ contentId: 'roofs', role: 'roof access', confidential: true })] });
    for (const label of [/Plan \(GeoJSON\)/, /Hubs/, /Links/, /Premises \(CSV\)/, /Map \(KML\)/]) {
      expect(item(label).textContent).toMatch(/is marked confidential/);
      expect(within(item(label)).queryByRole('button')).toBeNull();
    }
    expect(item(/Page to print/).textContent).toMatch(/Maps and names are left out/);
    expect(within(item(/Page to print/)).getByRole('button')).toBeTruthy();
  });

  it('says that files are of a plan that is out of date, and offers none with sums of today', () => {
    show({}, FULL_PLAN, false);
    expect(screen.getByText('out of date')).toBeTruthy();
    for (const label of [/Page to print/, /Bill of quantities/, /Comparison/]) {
      expect(item(label).textContent).toMatch(/Run it again first/);
      expect(within(item(label)).queryByRole('button')).toBeNull();
    }
    expect(within(item(/Plan \(GeoJSON\)/)).getByRole('button')).toBeTruthy();
  });

  it('says what is wrong with a file that was chosen', async () => {
    const { context } = show({});
    context.compute.run = async () => ({
      state: 'failed',
      name: 'PlanRefused',
      message: 'north.geojson, feature 1: it is not as Notspot wrote it.',
      place: null,
    });
    chooseFile('Open a plan', new File(['{}'], 'north.geojson'));
    await waitFor(() => expect(screen.getByText(/feature 1: it is not/)).toBeTruthy());
  });
});
