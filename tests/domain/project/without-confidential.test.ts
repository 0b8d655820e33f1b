import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { leavingParts } from '../../../src/domain/project/leaving-parts.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import type { Role } from '../../../src/domain/project/role.ts';
import { withoutConfidential } from '../../../src/domain/project/without-confidential.ts';
import { EMPTY_PROJECT } from '../../../src/stores/project-store.ts';
import { FULL_PROJECT } from '../../builders/full-project.ts';

const [premises, coverage, postcodes] = FULL_PROJECT.datasets;
const [acme, gigabit] = FULL_PROJECT.layers;

/** The full project with these files marked confidential and no others, and its layers' marks as given. */
function marked(files: readonly string[], layers: readonly string[] = files): Project {
  return {
    ...FULL_PROJECT,
    datasets: FULL_PROJECT.datasets.map((dataset) => ({
      ...dataset,
      confidential: files.includes(dataset.contentId),
    })),
    layers: FULL_PROJECT.layers.map((layer) => ({
      ...layer,
      confidential: layers.includes(layer.contentId),
    })),
  };
}

const kinds = (project: Project) =>
  withoutConfidential(project).leftOut.map(({ kind, name }) => `${kind} ${name}`);

describe('withoutConfidential', () => {
  it('gives the very same project where nothing is confidential', () => {
    const open = marked([]);
    expect(withoutConfidential(open)).toEqual({ project: open, leftOut: [], hidden: [] });
    expect(withoutConfidential(open).project).toBe(open);
  });

  it('leaves out a file with its layers, and the recipe that names its operator', () => {
    const { project, leftOut } = withoutConfidential(marked(['file-2']));
    expect(project.datasets.map(({ contentId }) => contentId)).toEqual(['file-1', 'file-3']);
    expect(project.layers.map(({ id }) => id)).toEqual(['file-1-1']);
    expect(project.recipes.map(({ text }) => text)).toEqual(['no gigabit']);
    expect(project.view.recipeId).toBe('no-gigabit');
    expect(JSON.stringify(project).toLowerCase()).not.toMatch(/acme|gigabit 2023/);
    expect(leftOut).toContainEqual({
      kind: 'file',
      name: 'gigabit 2023.geojson',
      why: 'it is marked confidential',
    });
    expect(leftOut.map(({ kind }) => kind)).toEqual(['file', 'layer', 'site', 'recipe']);
    expect(project.sites.map(({ name }) => name)).toEqual(['Town Hall']);
  });

  it('leaves out digs that a confidential file is behind, whatever its role in them', () => {
    const ward = FULL_PROJECT.designs[1];
    const asked = { ...ward, question: { ...ward.question, premisesContentId: 'file-9' } };
    const digs = (project: Project) =>
      withoutConfidential({ ...project, designs: [FULL_PROJECT.designs[0], asked] });
    // Coverage is of no matter to a dig; premises are; so is what an answer was made of.
    expect(digs(marked(['file-2'])).project.designs).toHaveLength(2);
    expect(digs(marked(['file-1'])).project.designs).toEqual([]);
    expect(digs(marked(['file-3'])).project.designs).toEqual([asked]);
    expect(digs(marked(['file-1'])).leftOut).toContainEqual({
      kind: 'design',
      name: 'Not run yet',
      why: 'it is made of a file that is left out',
    });
    expect(JSON.stringify(digs(marked(['file-1'])).project.designs)).not.toContain('007');
    const dug = { ...marked(['file-2']), designs: [{ ...asked, name: 'Round Acme' }] };
    expect(withoutConfidential(dug).project.designs).toEqual([]);
  });

  it('leaves out rates whose words mention what is hidden', () => {
    const { rates } = FULL_PROJECT;
    if (!rates) throw new Error('The full project has no rates.');
    const named = { ...marked(['file-2']), rates: { ...rates, name: 'Prices of Acme' } };
    expect('rates' in withoutConfidential(named).project).toBe(false);
    expect(kinds(named)).toContain('rates Prices of Acme');
    expect(withoutConfidential(marked(['file-2'])).project.rates).toEqual(rates);
  });

  it('leaves out a radio whose words mention what is hidden, and with it what links are reckoned with', () => {
    const [first, second] = FULL_PROJECT.devices;
    const named = { ...marked(['file-2']), devices: [first, { ...second, name: 'Acme radio' }] };
    const { project, leftOut } = withoutConfidential(named);
    expect(project.devices).toEqual([first]);
    expect('radio' in project).toBe(false);
    expect(leftOut.map(({ kind }) => kind)).toContain('device');
    expect(withoutConfidential(marked(['file-2'])).project.radio).toEqual(FULL_PROJECT.radio);
  });

  it('leaves out a file of which only a layer is marked: its rows hold that layer', () => {
    const { project, leftOut } = withoutConfidential(marked([], ['file-2']));
    expect(project.datasets.map(({ contentId }) => contentId)).toEqual(['file-1', 'file-3']);
    expect(leftOut[0].why).toBe('its rows hold Gigabit (Acme), which is marked confidential');
  });

  it('lets go of the extent, the need and the live postcodes that a file gave', () => {
    const { project } = withoutConfidential(marked(['file-3']));
    expect(project.need).toBeUndefined();
    expect('need' in project).toBe(false);
    expect(project.layers[0].extent).toEqual({ kind: 'assumed' });
    expect(project.datasets[0].liveList).toBeUndefined();
    expect(kinds(marked(['file-3']))).toEqual(
      expect.arrayContaining([
        'need imd',
        `extent ${acme.name}`,
        `live-list ${premises.fileName}`,
        `release ${coverage.fileName}`,
      ]),
    );
  });

  it('does not bring an earlier release into force', () => {
    const { project } = withoutConfidential(marked(['file-3']));
    const earlier = project.datasets.find(({ contentId }) => contentId === 'file-2');
    expect(earlier).toMatchObject({ role: 'context' });
    expect(earlier?.supersededBy).toBeUndefined();
  });

  it('leaves out plans that choose premises of a file left out, and keeps wards and outlines', () => {
    const { project, leftOut } = withoutConfidential(marked(['file-1']));
    expect(project.plans.map(({ name }) => name)).toEqual(['Shape', 'Ward']);
    expect(leftOut.filter(({ kind }) => kind === 'plan').map(({ name }) => name)).toEqual(['North', 'List']);
  });

  it('leaves out plans that name roofs or streets of a file left out, and designs made of one', () => {
    const withRole = (role: Role, plan: Plan): Project => {
      const { need: _need, ...base } = marked(['file-3']);
      const datasets = base.datasets.map((one) => (one.contentId === 'file-3' ? { ...one, role } : one));
      return { ...base, datasets, plans: [plan] };
    };
    const ward = FULL_PROJECT.plans[2];
    const { radio } = ward.question;
    expect(kinds(withRole('streets', ward))).toContain('plan Ward');
    const bare = { ...ward, question: { ...ward.question, rootIds: [], blocked: [], forced: [] } };
    expect(withoutConfidential(withRole('streets', bare)).project.plans).toEqual([bare]);
    const closing = {
      ...bare,
      question: { ...bare.question, radio: { ...radio, closedRoofs: ['building:4'] } },
    };
    expect(kinds(withRole('buildings', closing))).toContain('plan Ward');
    const made = { ...bare, designs: FULL_PROJECT.plans[0].designs };
    const { project, leftOut } = withoutConfidential(withRole('buildings', made));
    expect(project.plans).toEqual([{ ...made, designs: null }]);
    expect(leftOut).toContainEqual(expect.objectContaining({ kind: 'designs', name: 'Ward' }));
  });

  it('leaves out notes, assumptions and plans that mention what is hidden', () => {
    const takes = {
      code: 'TAKES_PLACE' as const,
      outcome: 'note' as const,
      message: 'premises.csv takes the place of Gigabit 2023.geojson, which stays loaded.',
      count: 1,
      examples: [],
    };
    const base = marked(['file-2']);
    const project: Project = {
      ...base,
      datasets: [
        { ...base.datasets[0], report: { ...premises.report, issues: [takes] } },
        ...base.datasets.slice(1),
      ],
      assumptions: [
        { text: 'ACME builds on time', source: null },
        { text: 'Two to a home', source: null },
      ],
      plans: [{ ...FULL_PROJECT.plans[2], name: 'With Acme' }, FULL_PROJECT.plans[1]],
    };
    const shared = withoutConfidential(project);
    expect(shared.project.datasets[0].report.issues).toEqual([]);
    expect(shared.project.assumptions.map(({ text }) => text)).toEqual(['Two to a home']);
    expect(shared.project.plans.map(({ name }) => name)).toEqual(['Shape']);
    expect(shared.hidden).toContain('acme');
  });

  it('keeps the name of an operator that an open layer has too', () => {
    const base = marked(['file-2']);
    const open = { ...gigabit, operator: 'Acme', key: 'gigabit-acme-2' };
    const project = {
      ...base,
      layers: [base.layers[0], open],
      assumptions: [{ text: 'Acme builds', source: null }],
    };
    const shared = withoutConfidential(project);
    expect(shared.project.assumptions).toHaveLength(1);
    expect(shared.hidden).not.toContain('acme');
  });

  it.each([
    ['Canary Fibre build, north', { operator: 'Canary Fibre' }, {}],
    ['gigabit-CANARY', {}, { fileName: 'Gigabit_Canary.shp.zip' }],
    ['North (gigabit acme)', {}, {}],
    ['About premises of the Canary Survey', {}, { source: { ...coverage.source, title: 'Canary Survey' } }],
  ])('does not let the name “%s” tell what is hidden', (name, layer, file) => {
    const base = marked(['file-2']);
    const project = {
      ...base,
      name,
      datasets: base.datasets.map((one) => (one.contentId === 'file-2' ? { ...one, ...file } : one)),
      layers: base.layers.map((one) => (one.contentId === 'file-2' ? { ...one, ...layer } : one)),
    };
    const shared = withoutConfidential(project);
    expect(shared.project.name).toBe('Untitled');
    expect(shared.leftOut).toContainEqual({ kind: 'name', name, why: expect.stringContaining('“Untitled”') });
  });

  it('keeps a name that says nothing of it, and that of a file that is open too', () => {
    for (const files of [['file-1'], ['file-2'], ['file-3']])
      for (const name of ['Testborough “north”', 'Premises of the north'])
        expect(withoutConfidential({ ...marked(files), name }).project.name).toBe(name);
  });

  it('leaves a recipe in force even where nothing else remains', () => {
    const { project } = withoutConfidential(marked(['file-1', 'file-2', 'file-3']));
    expect(project.datasets).toEqual([]);
    expect(project.recipes.some(({ id }) => id === project.view.recipeId)).toBe(true);
    expect(JSON.stringify(project).toLowerCase()).not.toMatch(/acme|premises\.csv|postcodes\.csv/);
  });
});

describe('leavingParts', () => {
  it('lists everything once, with the rows that leave', () => {
    const { parts, leftOut } = leavingParts(FULL_PROJECT, {
      leaveOutConfidential: false,
      leaveOutRowValues: false,
      rowBytes: (contentId) => (contentId === 'file-1' ? 1234 : null),
      view: 'Not-spots by ward',
    });
    expect(leftOut).toEqual([]);
    const count = (kind: string) => parts.filter((part) => part.kind === kind).length;
    expect(parts.length).toBe(25);
    expect(['project', 'view', 'file', 'layer', 'recipe', 'need', 'assumption', 'plan'].map(count)).toEqual([
      1, 1, 3, 2, 2, 1, 2, 4,
    ]);
    expect(['site', 'device', 'radio', 'design', 'rates'].map(count)).toEqual([2, 2, 1, 2, 1]);
    expect(parts.filter(({ rows }) => rows > 0)).toEqual([
      expect.objectContaining({
        name: 'premises.csv',
        rows: 10,
        bytes: 1234,
        detail: expect.stringMatching(/^all 10 rows; name, format, source, number of rows, columns/),
      }),
    ]);
    expect(parts.filter(({ confidential }) => confidential).map(({ name }) => name)).toEqual([
      coverage.fileName,
      acme.name,
    ]);
    expect(parts.find(({ name }) => name === postcodes.fileName)?.detail).toContain('no rows');
  });

  it('names nothing of what stays behind among what leaves', () => {
    const { parts, leftOut } = leavingParts(FULL_PROJECT, {
      leaveOutConfidential: true,
      leaveOutRowValues: false,
      rowBytes: () => undefined,
      view: null,
    });
    expect(JSON.stringify(parts).toLowerCase()).not.toMatch(/acme|2023/);
    expect(parts.some(({ confidential }) => confidential)).toBe(false);
    expect(leftOut.length).toBeGreaterThan(0);
    expect(
      leavingParts(EMPTY_PROJECT, {
        leaveOutConfidential: true,
        leaveOutRowValues: false,
        rowBytes: () => null,
        view: null,
      }).parts,
    ).toHaveLength(2);
  });
});
