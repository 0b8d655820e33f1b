import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { addSites } from '../../../src/actions/edit-sites.ts';
import { findConsents } from '../../../src/actions/find-consents.ts';
import { importFiles } from '../../../src/actions/import-files.ts';
import { overrideConsent } from '../../../src/actions/override-consent.ts';
import { setDesignation } from '../../../src/actions/set-designation.ts';
import { setRole } from '../../../src/actions/set-role.ts';
import { undo } from '../../../src/actions/undo.ts';
import { makeCountingContext } from '../../builders/app-context.ts';

let context: AppContext;
let end: () => void;

beforeEach(async () => {
  ({ context, end } = makeCountingContext());
  await importFiles(context, [
    new File([areas('E05000001', 'Old Ward', -2, 52, -1, 53)], 'wards.geojson'),
    new File([areas('CA1', 'Market Place', -1.6, 52.4, -1.4, 52.6, -1.1)], 'conservation-area.geojson'),
  ]);
  setRole(context, datasetNamed('wards.geojson').contentId, 'wards');
  setRole(context, datasetNamed('conservation-area.geojson').contentId, 'context');
});

afterEach(() => end());

/** One rectangle, and another of the same height that ends farther east where that is given. */
function areas(
  code: string,
  name: string,
  west: number,
  south: number,
  east: number,
  north: number,
  farEast?: number,
): string {
  const square = (from: number, to: number) => ({
    type: 'Feature',
    properties: { WD24CD: code, WD24NM: name, name },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [from, south],
          [to, south],
          [to, north],
          [from, north],
          [from, south],
        ],
      ],
    },
  });
  const features = [square(west, east), ...(farEast === undefined ? [] : [square(farEast - 0.1, farEast)])];
  return JSON.stringify({ type: 'FeatureCollection', features });
}

function datasetNamed(file: string) {
  const found = context.project.getState().project.datasets.find(({ fileName }) => fileName === file);
  if (!found) throw new Error(`${file} is not loaded`);
  return found;
}

function siteAt(lon: number, lat: number): string {
  return addSites(context, [{ lon, lat, antennaMetres: 3, above: 'surface' }])[0];
}

async function verdicts(siteId: string): Promise<Record<string, string>> {
  await findConsents(context, siteId);
  const { answer, problem } = context.studies.consents.getState();
  expect(problem).toBeNull();
  expect(answer?.siteId).toBe(siteId);
  return Object.fromEntries((answer?.hints ?? []).map(({ rule, applies }) => [rule, applies]));
}

describe('the study of consents', () => {
  it('takes the nation from the ward, the area from its file, the mast from the site, without any heights or radio', async () => {
    expect(await verdicts(siteAt(-1.5, 52.5))).toEqual({
      'mast-height': 'no',
      'prior-approval': 'yes',
      'low-building': 'not known',
      'designated-land': 'yes',
      'conservation-area': 'yes',
      'listed-building': 'not known',
      wayleave: 'yes',
      'radio-licence': 'not known',
    });
    expect(context.studies.consents.getState().answer?.facts).toMatchObject({
      nation: 'England',
      apparatusMetres: 3,
      buildingMetres: null,
    });
  });

  it('has a site between the areas outside, and beyond file and wards knows neither', async () => {
    expect(await verdicts(siteAt(-1.3, 52.5))).toMatchObject({
      'conservation-area': 'no',
      'designated-land': 'not known',
    });
    expect(await verdicts(siteAt(-1.3, 53.5))).toMatchObject({
      'conservation-area': 'not known',
      'mast-height': 'not known',
    });
  });

  it('asks no file that is said to show none, until that is undone', async () => {
    const site = siteAt(-1.5, 52.5);
    setDesignation(context, datasetNamed('conservation-area.geojson').contentId, 'none');
    expect(await verdicts(site)).toMatchObject({ 'conservation-area': 'not known' });
    undo(context);
    expect(await verdicts(site)).toMatchObject({ 'conservation-area': 'yes' });
  });

  it('lets a person rule with a reason, one word a rule, and undo it', async () => {
    const site = siteAt(-1.5, 52.5);
    const say = (applies: boolean, reason: string) =>
      overrideConsent(context, site, 'conservation-area', { applies, reason });
    expect(say(false, '  ')).toMatch(/reason/);
    expect(say(true, 'Looks so')).toBeNull();
    expect(say(false, ' Approved in 2025 ')).toBeNull();
    expect(context.project.getState().project.sites[0].overrides).toEqual([
      { rule: 'conservation-area', applies: false, reason: 'Approved in 2025' },
    ]);
    expect(await verdicts(site)).toMatchObject({ 'conservation-area': 'no', 'designated-land': 'yes' });
    overrideConsent(context, site, 'conservation-area', null);
    expect(await verdicts(site)).toMatchObject({ 'conservation-area': 'yes' });
    undo(context);
    expect(await verdicts(site)).toMatchObject({ 'conservation-area': 'no' });
  });
});
