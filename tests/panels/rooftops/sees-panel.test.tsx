import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { choosePremisesSeen } from '../../../src/actions/choose-premises-seen.ts';
import { seesQuestion } from '../../../src/actions/find-seen-sites.ts';
import { openRooftopTopic } from '../../../src/actions/set-rooftops-view.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { GENERIC_DEVICES } from '../../../src/domain/radio/generic-devices.ts';
import { SeesTablePanel } from '../../../src/panels/rooftops/premises/sees-table-panel.tsx';
import { RooftopsPanel } from '../../../src/panels/rooftops/rooftops-panel.tsx';
import { seesLines } from '../../../src/stores/derived/sees-lines.ts';
import { radioChoices } from '../../builders/link-ground.ts';
import { renderPanel } from '../../builders/panel.tsx';
import { datasetOf, projectOf } from '../../builders/project.ts';
import { townRooftop, townSees } from '../../builders/town-reach.ts';

const sites = [townRooftop('high', 40), townRooftop('low', 0.5)];
const seen = townSees(sites);

function show(): AppContext {
  const { context } = renderPanel(
    <>
      <RooftopsPanel />
      <SeesTablePanel />
    </>,
    null,
    (made) => {
      made.compute.run = () => new Promise(() => {});
      const datasets = [datasetOf({ role: 'heights' }), datasetOf({ role: 'premises' })];
      const project: Project = {
        ...projectOf({ datasets }),
        sites,
        devices: [GENERIC_DEVICES[0]],
        radio: radioChoices({ deviceId: GENERIC_DEVICES[0].id }),
      };
      made.project.setState({ project, version: 1 });
      openRooftopTopic(made, 'premises');
    },
  );
  return context;
}

function answer(context: AppContext): void {
  act(() => choosePremisesSeen(context, 12));
  const question = seesQuestion(context);
  if (!question) throw new Error('A premises is chosen.');
  act(() =>
    context.studies.sees.setState({
      status: 'ready',
      answer: seen,
      answered: { question, version: 1 },
      step: null,
      cancel: null,
      problem: null,
    }),
  );
}

describe('what a premises sees', () => {
  afterEach(cleanup);

  it('asks for a premises first', async () => {
    show();
    await screen.findByRole('heading', { name: 'Can this premises see a roof?' });
    expect(screen.getByText('Sites are listed here once a premises is chosen.')).toBeTruthy();
  });

  it('lists every site from best to worst, with the reason and the mast that would fix it', async () => {
    const context = show();
    await screen.findByRole('heading', { name: 'Can this premises see a roof?' });
    answer(context);
    await screen.findByRole('heading', { name: 'Bakery' });
    const lines = seesLines(seen);
    expect(lines.map(({ siteId }) => siteId)).toEqual(['high', 'low']);
    expect(lines[1].reason).toMatch(/^[A-Z].*\.$/);
    expect(lines[1].fix).toMatch(/mast/);
    const list = screen.getByRole('region', { name: 'Sites, the best first' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByRole('table', { name: 'What the premises sees' }).getAttribute('aria-rowcount')).toBe(
      '3',
    );
  });

  it('shows the link with the premises as its other end', async () => {
    const context = show();
    await screen.findByRole('heading', { name: 'Can this premises see a roof?' });
    answer(context);
    fireEvent.click((await screen.findAllByRole('button', { name: /^Show the link/ }))[0]);
    const { to } = seen.sites[0].link;
    expect(context.view.getState().rooftops).toMatchObject({
      topic: 'link',
      link: {
        from: { kind: 'site', siteId: 'high' },
        to: { kind: 'place', lon: to.lon, lat: to.lat, above: to.above, ofPremises: true },
      },
    });
  });
});
