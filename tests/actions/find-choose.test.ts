import { beforeEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { chooseFound } from '../../src/actions/find-choose.ts';
import { leavePremises, openPremisesRow } from '../../src/actions/open-premises.ts';
import { formatAddress } from '../../src/app/address.ts';
import { addressOf } from '../../src/app/follow-address.ts';
import type { FindResult } from '../../src/domain/find/find-result.ts';
import { premisesKey } from '../../src/stores/derived/find-premises-key.ts';
import { makeAppContext } from '../builders/app-context.ts';
import { datasetOf, projectOf } from '../builders/project.ts';

let context: AppContext;
const premises = datasetOf({ role: 'premises', roles: { id: 'uprn' }, unit: 'premises' });
const found: FindResult = {
  kind: 'premises',
  title: '12 Secret Street',
  detail: '',
  lon: -2.2,
  lat: 53.4,
  box: null,
  wardCode: null,
  rows: [7],
  asked: null,
};

beforeEach(() => {
  context = makeAppContext().context;
  context.project.setState({ project: projectOf({ datasets: [premises] }) });
});

describe('what was found is shown', () => {
  it('a ward on the Not-spots page', () => {
    context.view.setState({ page: 'data' });
    chooseFound(context, { ...found, kind: 'ward', wardCode: 'E05000001', rows: [] });
    expect(context.view.getState()).toMatchObject({
      page: 'not-spots',
      wardCode: 'E05000001',
      premises: null,
    });
    expect(context.marks.getState().owner).toBeNull();
  });

  it('premises on the Premises page and on the map; no word of them in the address', () => {
    chooseFound(context, found);
    const { page, premises: choice } = context.view.getState();
    expect([page, choice?.rows, choice?.title]).toEqual(['premises', [7], null]);
    expect(context.marks.getState()).toMatchObject({
      owner: 'find',
      marks: [{ lon: -2.2, label: '12 Secret Street' }],
    });
    const { recipes } = context.project.getState().project;
    expect(recipes.length).toBeGreaterThan(0);
    expect(formatAddress(addressOf(context))).not.toMatch(/secret|\b7\b/i);
  });

  it('several premises together under one title, a place with its box, a district with all its postcodes', () => {
    chooseFound(context, { ...found, kind: 'postcode', title: 'M15 4AB', rows: [1, 2] });
    expect(context.view.getState().premises).toMatchObject({ rows: [1, 2], title: 'M15 4AB' });
    chooseFound(context, { ...found, kind: 'place', rows: [], box: [-2.3, 53.4, -2.2, 53.5] });
    const { camera } = context.view.getState();
    expect([camera?.lon, camera?.lat]).toEqual([expect.closeTo(-2.25), expect.closeTo(53.45)]);
    expect(camera?.zoom).toBeGreaterThan(9);
    const marks = [1, 2, 3].map((lon) => ({ lon, lat: 51, label: `M15 4A${lon}` }));
    chooseFound(context, { ...found, kind: 'postcodes', rows: [], marks });
    expect(context.marks.getState().marks).toHaveLength(3);
  });

  it('a place of its own leaves the premises chosen before, and a page that shows no marks', () => {
    openPremisesRow(context, 3);
    const detail = 'We do not know: the nearest loaded premises is 159 km away';
    chooseFound(context, { ...found, kind: 'coordinate', title: '51.5, -0.12', detail, rows: [] });
    expect(context.view.getState()).toMatchObject({ page: 'premises', premises: null });
    expect(context.marks.getState().title).toBe(`51.5, -0.12: ${detail}`);
    context.view.setState({ page: 'privacy' });
    chooseFound(context, { ...found, kind: 'place', rows: [] });
    expect(context.view.getState().page).toBe('premises');
  });

  it('premises read in another way are others: the choice no longer holds', () => {
    openPremisesRow(context, 3);
    const { of } = context.view.getState().premises ?? {};
    expect(of).toBe(premisesKey(context.project.getState().project));
    const roles = { id: 'uprn', easting: 'x', northing: 'y' };
    expect(premisesKey(projectOf({ datasets: [{ ...premises, roles }] }))).not.toBe(of);
    expect(premisesKey(projectOf({ datasets: [] }))).toBeNull();
    leavePremises(context);
    expect(context.view.getState().premises).toBeNull();
  });
});
