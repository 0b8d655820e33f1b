import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fnv1a } from '../../../src/domain/cost/fnv-1a.ts';
import { DEFAULT_PLAN_CARD } from '../../../src/domain/plan/default-plan-card.ts';
import { madeOfChanges, madeOfParts, madeOfRenamed, madeOfText } from '../../../src/domain/plan/made-of.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { planContents } from '../../../src/domain/plan/plan-contents.ts';
import { planFingerprint } from '../../../src/domain/plan/plan-fingerprint.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { withContentNames } from '../../../src/domain/project/with-content-names.ts';
import { canonicalJson } from '../../../src/formats/canonical-json.ts';
import { readProject } from '../../../src/formats/project-schema.ts';
import { FULL_PROJECT } from '../../builders/full-project.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';

const [north, , ward] = FULL_PROJECT.plans;
const ofProject = (project: Project, plan: Plan = ward) => planFingerprint(plan, project);
const { need: _need, ...base } = FULL_PROJECT;

describe('planFingerprint', () => {
  it('stays the same whatever contents are called, and after a project is read back', () => {
    for (const plan of FULL_PROJECT.plans) {
      const before = planFingerprint(plan, base);
      const renamed = withContentNames(base, (id) => `hash of ${id}`);
      const after = planFingerprint(renamed.plans[base.plans.indexOf(plan)], renamed);
      expect(after).toBe(madeOfRenamed(before, (id) => `hash of ${id}`));
      const read = readProject(JSON.parse(canonicalJson(base)));
      expect(planFingerprint(read.plans[base.plans.indexOf(plan)], read)).toBe(before);
    }
  });

  it('has no say of names, sources, claims, of what is chosen and what was answered', () => {
    const before = ofProject(base);
    expect(ofProject(base, { ...ward, name: 'x', id: 'y', chosen: [], designs: north.designs })).toBe(before);
    const card = base.planCard ?? DEFAULT_PLAN_CARD;
    expect(ofProject({ ...base, name: 'x', planCard: { ...card, name: 'x', claims: [] } })).toBe(before);
    const { radio } = base;
    if (!radio) throw new Error('The full project has chosen a radio.');
    const rainRateMillimetresPerHour = { ...radio.rainRateMillimetresPerHour, source: null };
    expect(ofProject({ ...base, radio: { ...radio, deviceId: 'other', rainRateMillimetresPerHour } })).toBe(
      before,
    );
    expect(ofProject({ ...base, recipes: [], layers: [], plans: [], designs: [] })).toBe(before);
  });

  it.each<[string, Partial<Project>, string]>([
    ['rates', { rates: undefined }, 'the rates'],
    ['the plan card', { planCard: undefined }, 'what is assumed of roofs, services and funding'],
    ['what links are reckoned with', { radio: undefined }, 'the radio'],
    ['its device', { devices: base.devices.slice(0, 1) }, 'the radio'],
    ['a site', { sites: base.sites.slice(1) }, 'the radio'],
    ['a file in use', { datasets: base.datasets.slice(1) }, 'files'],
    [
      'a role in it',
      { datasets: base.datasets.map((one) => ({ ...one, roles: { id: 'other' } })) },
      'what is said of files',
    ],
  ])('differs with %s, and names it', (_, part, named) => {
    const after = ofProject({ ...base, ...part } as Project);
    expect(after).not.toBe(ofProject(base));
    const changes = madeOfChanges(ofProject(base), after);
    expect(changes).toContain(named);
    if (named !== 'files') expect(changes).toEqual([named]);
    expect(madeOfChanges(ofProject(base).slice(0, 16), after)).not.toContain(named === 'files' ? '' : named);
  });

  it('stays the same in whatever order kinds of files were opened; of one kind the order has a say', () => {
    const files = [
      datasetOf({ role: 'premises', contentId: 'file-1' }),
      datasetOf({ role: 'streets' }),
      datasetOf({ role: 'heights', contentId: 'dsm', heights: { kind: 'surface', vintage: null } }),
      datasetOf({ role: 'heights', contentId: 'dtm', heights: { kind: 'ground', vintage: null } }),
      datasetOf({ role: 'context', contentId: 'assets' }),
    ];
    const site = { ...base.sites[0], fromContentId: 'assets' };
    const over = (datasets: typeof files) => ofProject({ ...base, datasets, sites: [site] });
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (datasets) => {
        expect(over(datasets)).toBe(over(files));
      }),
    );
    const more = { ...files[1], contentId: 'more streets', unit: 'premises' as const };
    expect(over([...files, more])).not.toBe(over([more, ...files]));
    // A file that comes first in that order moves no other: only files have changed.
    const buildings = datasetOf({ role: 'buildings' });
    expect(madeOfChanges(over(files), over([...files, buildings]))).toEqual(['files']);
  });

  it('says of one made by an earlier form neither that it is fresh nor what has changed', () => {
    const now = ofProject(base);
    const { said, contents } = madeOfParts(now);
    const before = madeOfText({
      said: said.slice(0, said.lastIndexOf('-')),
      contents: contents.toReversed(),
    });
    expect(before).not.toBe(now);
    expect(madeOfChanges(before, now)).toEqual([]);
  });

  it('differs with the definition in force only where not-spots alone are served', () => {
    const other = { ...base, view: { recipeId: 'no-gigabit' } };
    expect(ofProject(other)).toBe(ofProject(base));
    expect(ofProject(other, north)).not.toBe(ofProject(base, north));
  });

  it('differs with any part of the question and levers', () => {
    const { question } = ward;
    const edits: Plan[] = [
      { ...ward, question: { ...question, takeUpPercent: 41 } },
      { ...ward, question: { ...question, radio: { ...question.radio, closedRoofs: ['access:1'] } } },
      { ...ward, question: { ...question, blocked: [] } },
      { ...ward, levers: north.levers },
    ];
    const all = [ward, ...edits].map((plan) => planFingerprint(plan, base));
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('planContents', () => {
  it('are what is dug in, stood on and seen over; wards and layers only where they choose premises', () => {
    const roles = [
      'premises',
      'wards',
      'coverage',
      'areas',
      'streets',
      'heights',
      'buildings',
      'table',
    ] as const;
    const project = projectOf({ datasets: roles.map((role) => datasetOf({ role })) });
    const { selection } = ward.question;
    const list = { kind: 'list', ids: [] } as const;
    expect(planContents(project, { selection: list, onlyNotSpots: false })).toEqual([
      'buildings',
      'heights',
      'premises',
      'streets',
    ]);
    expect(planContents(project, { selection, onlyNotSpots: false })).toContain('wards');
    expect(planContents(FULL_PROJECT, { selection, onlyNotSpots: true })).toEqual(['file-2', 'file-1']);
  });
});

describe('madeOfText', () => {
  it('is read back, whatever contents are called', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (contents) => {
        const made = { said: '0123456789abcdef', contents };
        expect(madeOfParts(madeOfText(made))).toEqual(made);
      }),
    );
    expect(madeOfParts('')).toEqual({ said: '', contents: [] });
    expect(madeOfParts('x\n{oops').contents).toEqual([]);
  });
});

describe('fnv1a', () => {
  it('is that of whole numbers without end', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        let hash = 0xcbf29ce484222325n;
        for (let at = 0; at < text.length; at++)
          hash = ((hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n) & 0xffffffffffffffffn;
        expect(fnv1a(text)).toBe(hash.toString(16).padStart(16, '0'));
      }),
    );
  });
});
