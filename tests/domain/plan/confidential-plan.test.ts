import { describe, expect, it } from 'vitest';
import { confidentialPlan } from '../../../src/domain/plan/confidential-plan.ts';
import type { DatasetRecord, Project } from '../../../src/domain/project/project.ts';
import type { Role } from '../../../src/domain/project/role.ts';
import { FULL_PROJECT } from '../../builders/full-project.ts';
import { FULL_PLAN } from '../../builders/plans.ts';

const open = { ...FULL_PROJECT.datasets[0], confidential: false };

function file(contentId: string, role: Role, confidential: boolean): DatasetRecord {
  return { ...open, contentId, role, confidential, fileName: `${contentId}.csv` };
}

function project(...datasets: DatasetRecord[]): Project {
  return {
    ...FULL_PROJECT,
    datasets,
    layers: FULL_PROJECT.layers.map((layer) => ({ ...layer, confidential: false })),
    sites: FULL_PROJECT.sites.map((site) => ({ ...site, fromContentId: null })),
  };
}

describe('what of a plan may leave', () => {
  it('is everything where nothing is marked', () => {
    expect(confidentialPlan(project(file('file-1', 'premises', false)), FULL_PLAN)).toEqual({
      route: null,
      roofs: null,
      premises: null,
      remark: '',
    });
  });

  it.each<[Role, 'route' | 'roofs' | 'premises']>([
    ['streets', 'route'],
    ['fibre points', 'route'],
    ['ducts', 'route'],
    ['restrictions', 'route'],
    ['planned excavations', 'route'],
    ['buildings', 'roofs'],
    ['heights', 'roofs'],
    ['trees', 'roofs'],
    ['roof access', 'roofs'],
  ])('is nothing of the %s that are marked', (role, what) => {
    const held = confidentialPlan(project(file('secret', role, true)), FULL_PLAN);
    expect(held[what]).toMatch(
      /^secret\.csv is marked confidential, so nothing that shows .*Data page first\.$/,
    );
    for (const other of (['route', 'roofs', 'premises'] as const).filter((one) => one !== what))
      expect(held[other]).toBeNull();
  });

  it('is nothing of premises that the plan is for; others of their role are no part of it', () => {
    expect(confidentialPlan(project(file('file-1', 'premises', true)), FULL_PLAN).premises).toMatch(
      /^file-1/,
    );
    expect(confidentialPlan(project(file('other', 'premises', true)), FULL_PLAN).premises).toBeNull();
  });

  it('is nothing of roofs that a marked file of rooftop sites lists', () => {
    const with_ = project(file('sites', 'table', true));
    const listed = {
      ...with_,
      sites: with_.sites.slice(0, 1).map((site) => ({ ...site, fromContentId: 'sites' })),
    };
    expect(confidentialPlan(listed, FULL_PLAN).roofs).toMatch(/^sites/);
  });

  it('says how many others had a part, without their names', () => {
    const designs = FULL_PLAN.designs && { ...FULL_PLAN.designs, madeOf: 'c3d4\n"secret-coverage"' };
    const marked = project(file('secret-coverage', 'coverage', true));
    const layers = FULL_PROJECT.layers.slice(0, 1).map((layer) => ({ ...layer, confidential: true }));
    const { remark } = confidentialPlan({ ...marked, layers }, { ...FULL_PLAN, designs });
    expect(remark).toBe('made with 1 file and 1 layer marked confidential, not named here');
  });
});
