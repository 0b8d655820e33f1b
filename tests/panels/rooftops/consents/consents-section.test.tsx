import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../../src/actions/app-context.ts';
import { addSites } from '../../../../src/actions/edit-sites.ts';
import { undo } from '../../../../src/actions/undo.ts';
import { consentHints } from '../../../../src/domain/consents/consent-hints.ts';
import { DESIGNATIONS, type SiteFacts } from '../../../../src/domain/consents/site-facts.ts';
import { ConsentsSection } from '../../../../src/panels/rooftops/consents/consents-section.tsx';
import { genericDevice } from '../../../builders/link-question.ts';
import { renderPanel } from '../../../builders/panel.tsx';

const FACTS: SiteFacts = {
  nation: 'England',
  buildingMetres: 12,
  apparatusMetres: 9,
  overBuildingMetres: 9,
  designations: DESIGNATIONS.map((designation) => ({
    designation,
    state: designation === 'conservation area' ? 'inside' : 'no data',
    names: designation === 'conservation area' ? ['Old Town'] : [],
    fileNames: designation === 'conservation area' ? ['areas.geojson'] : [],
  })),
  device: genericDevice('generic-60-ghz-multipoint'),
};

/** The section over a site whose consents are answered as it stands, again after every change. */
function show(): AppContext {
  const { context } = renderPanel(<ConsentsSection />, null, (app) => {
    addSites(app, [{ name: 'Library', lon: -0.12, lat: 51.51, antennaMetres: 9, above: 'surface' }]);
    app.compute.run = () => new Promise(() => {});
  });
  const answer = (): void => {
    const { project, version } = context.project.getState();
    const [site] = project.sites;
    context.studies.consents.setState({
      status: 'ready',
      answer: { siteId: site.id, facts: FACTS, hints: consentHints(site, FACTS) },
      answered: { question: { siteId: site.id }, version },
      step: null,
      cancel: null,
      problem: null,
    });
  };
  act(answer);
  context.project.subscribe(answer);
  return context;
}

function item(title: RegExp): HTMLElement {
  const found = screen.getAllByRole('listitem').find((one) => title.test(one.textContent ?? ''));
  if (!found) throw new Error(`There is no consent ${title}.`);
  return found;
}

function openRule(consent: HTMLElement): void {
  const details = consent.querySelector('details') as HTMLDetailsElement;
  act(() => {
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
  });
}

describe('the consents of a site', () => {
  afterEach(cleanup);

  it('are hints: what is in the way, what is not known, and that no data is not none', () => {
    show();
    expect(screen.getByRole('heading', { name: 'Consents: a hint, not advice' })).toBeTruthy();
    expect(document.body.textContent).toContain('No data found is not none.');
    expect(item(/Height of the mast/).textContent).toContain('In the way');
    expect(item(/onservation area/).textContent).toContain('In the way');
    expect(item(/isted building/).textContent).toContain('Not known');
    const hints = consentHints(
      {
        id: '',
        name: '',
        lon: 0,
        lat: 0,
        antennaMetres: 9,
        above: 'surface',
        fromContentId: null,
        owner: null,
        overrides: [],
      },
      FACTS,
    );
    const known = hints.filter(({ applies }) => applies === 'yes').length;
    expect(document.body.textContent).toContain(`${known} in the way, `);
    expect(screen.getAllByRole('listitem').filter((one) => one.className === 'consent')).toHaveLength(
      hints.length,
    );
  });

  it('say the rule, its source and date, what is assumed and who can lift it', () => {
    show();
    const mast = item(/Height of the mast/);
    openRule(mast);
    expect(mast.textContent).toContain('Electronic Communications Code');
    expect(mast.textContent).toContain('Local planning authority');
    expect(within(mast).getAllByText('assumed').length).toBeGreaterThan(0);
    expect(mast.textContent).toMatch(/Date of the rule\d{4}/);
  });

  it('are overridden with a reason, and the rule still stands to read; undo takes it back', () => {
    const context = show();
    openRule(item(/Height of the mast/));
    const form = within(item(/Height of the mast/));
    fireEvent.click(form.getByRole('button', { name: /^Say so/ }));
    expect(item(/Height of the mast/).textContent).toMatch(/reason/i);
    fireEvent.change(form.getByRole('textbox', { name: 'Because' }), {
      target: { value: 'Consent granted, ref 26/0417' },
    });
    fireEvent.click(form.getByRole('button', { name: /^Say so/ }));
    const [site] = context.project.getState().project.sites;
    expect(site.overrides).toEqual([
      { rule: 'mast-height', applies: false, reason: 'Consent granted, ref 26/0417' },
    ]);
    const mast = item(/Height of the mast/);
    expect(mast.textContent).toContain('Not in the way');
    expect(mast.textContent).toContain('Consent granted, ref 26/0417 By the rule: in the way.');
    act(() => undo(context));
    expect(context.project.getState().project.sites[0].overrides).toEqual([]);
    expect(item(/Height of the mast/).textContent).not.toContain('overridden');
  });

  it('go by the rule again when the word is taken back', () => {
    const context = show();
    openRule(item(/isted building/));
    const form = within(item(/isted building/));
    fireEvent.change(form.getByRole('textbox', { name: 'Because' }), { target: { value: 'Grade II' } });
    fireEvent.click(form.getByRole('button', { name: /^Say so/ }));
    expect(item(/isted building/).textContent).toContain('By the rule: not known.');
    fireEvent.click(within(item(/isted building/)).getByRole('button', { name: /^Go by the rule again/ }));
    expect(context.project.getState().project.sites[0].overrides).toEqual([]);
  });
});
