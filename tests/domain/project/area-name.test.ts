import { describe, expect, it } from 'vitest';
import { areaNameOf } from '../../../src/domain/project/area-name.ts';
import { readRecord } from '../../../src/domain/project/dataset-record.ts';
import { projectWith } from '../../../src/domain/project/project-with.ts';
import { UNNAMED_AREA } from '../../../src/domain/project/unnamed-area.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';
import { tableOf } from '../../builders/tables.ts';

const NONE = { codeKind: null, roles: {} };

describe('the name of an area', () => {
  it('is the authority that every row names', () => {
    const rows = ['E00030771,Trafford', 'E00030772,Trafford'];
    expect(areaNameOf(tableOf('oa.geojson', ['area_code', 'la_name'], rows), NONE)).toBe('Trafford');
    const two = ['E00030771,Trafford', 'E00030772,Salford'];
    expect(areaNameOf(tableOf('oa.geojson', ['area_code', 'la_name'], two), NONE)).toBeNull();
  });

  it('is that of the only shape where this is an authority, and of no other single shape', () => {
    const table = tableOf('la.geojson', ['area_code', 'area_name'], ['E08000009,Trafford']);
    const roles = { code: 'area_code', name: 'area_name' };
    expect(areaNameOf(table, { codeKind: 'authority', roles })).toBe('Trafford');
    expect(areaNameOf(table, { codeKind: 'ward', roles })).toBeNull();
  });
});

describe('a project', () => {
  const read = (role: 'wards' | 'areas' | 'context', areaName: string | null) => {
    const dataset = datasetOf({ role, contentId: `${role} ${areaName}` });
    const content = { ...dataset, areaName, suggestion: { ...SUGGESTION, role } };
    return { ...readRecord(content, dataset.report), areaName };
  };
  const SUGGESTION = { roles: {}, unit: null, layers: [], codeKind: null, why: '', alternatives: [] };
  const nameOf = (...reads: ReturnType<typeof read>[]) =>
    projectWith(projectOf({ name: UNNAMED_AREA, fictional: false }), reads).name;

  it('takes its name from the wards, else from what else is counted', () => {
    expect(nameOf(read('wards', null), read('areas', 'Trafford'))).toBe('Trafford');
    expect(nameOf(read('areas', 'Trafford'), read('wards', 'Salford'))).toBe('Salford');
    expect(nameOf(read('wards', 'Salford'), read('areas', 'Trafford'))).toBe('Salford');
    expect(nameOf(read('context', 'Camden'))).toBe(UNNAMED_AREA);
  });
});
