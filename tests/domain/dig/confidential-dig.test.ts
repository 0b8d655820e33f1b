import { describe, expect, it } from 'vitest';
import { confidentialDig } from '../../../src/domain/dig/confidential-dig.ts';
import type { Role } from '../../../src/domain/project/role.ts';
import { EMPTY_DESIGN, FULL_DESIGN } from '../../builders/dig-designs.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';

/** A file of a role, marked confidential, beside the premises and a file of records that are not. */
function withMarked(role: Role, contentId: string) {
  const marked = { ...datasetOf({ role, contentId }), confidential: true };
  const others = ['file-1', 'file-3']
    .filter((id) => id !== contentId)
    .map((id) => datasetOf({ role: 'records', contentId: id }));
  return projectOf({ datasets: [...others, marked] });
}

describe('what a design may hand over', () => {
  it('is everything where nothing it is made of is confidential', () => {
    const nothing = { route: null, premises: null, remark: '' };
    expect(confidentialDig(projectOf({}), FULL_DESIGN)).toEqual(nothing);
    expect(confidentialDig(withMarked('wards', 'file-9'), FULL_DESIGN)).toEqual(nothing);
  });

  it.each(['streets', 'fibre points', 'ducts', 'restrictions'] as const)(
    'is no route over confidential %s',
    (role) => {
      const { route, premises } = confidentialDig(withMarked(role, 'file-9'), FULL_DESIGN);
      expect(route).toBe(
        'file-9.geojson is marked confidential, so no route along it is exported. Take the mark away on the Data page first.',
      );
      expect(premises).toBeNull();
    },
  );

  it.each([
    ['asked of', EMPTY_DESIGN],
    ['made of', FULL_DESIGN],
  ] as const)('is nothing that shows where confidential premises are that it was %s', (_, design) => {
    const { route, premises } = confidentialDig(withMarked('premises', 'file-1'), design);
    expect(route).toBeNull();
    expect(premises).toMatch(/^file-1\.geojson is marked confidential, so nothing that shows where/);
  });

  it('is remarked on where a confidential file or layer chose the premises, without a name', () => {
    const project = withMarked('records', 'file-3');
    const layers = [{ confidential: true }] as unknown as typeof project.layers;
    const { route, premises, remark } = confidentialDig({ ...project, layers }, FULL_DESIGN);
    expect([route, premises]).toEqual([null, null]);
    expect(remark).toBe('made with 1 file and 1 layer marked confidential, not named here');
    const all = { ...FULL_DESIGN, question: { ...FULL_DESIGN.question, onlyNotSpots: false } };
    expect(confidentialDig({ ...project, layers }, all).remark).toBe(
      'made with 1 file marked confidential, not named here',
    );
  });
});
