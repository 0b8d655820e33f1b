import { describe, expect, it } from 'vitest';
import { withoutRowValues } from '../../../src/domain/project/without-row-values.ts';
import { FULL_PROJECT } from '../../builders/full-project.ts';

describe('withoutRowValues', () => {
  it('takes the answers of digs away, and digs that name premises one by one', () => {
    const [listed, ward] = FULL_PROJECT.designs;
    const answered = { ...ward, result: listed.result };
    const { project, leftOut } = withoutRowValues({ ...FULL_PROJECT, designs: [listed, ward, answered] });
    expect(project.designs).toEqual([ward, ward]);
    expect(leftOut.filter(({ kind }) => kind === 'design' || kind === 'answer')).toEqual([
      { kind: 'design', name: listed.name, why: 'it names premises one by one' },
      {
        kind: 'answer',
        name: ward.name,
        why: 'its answer names premises and streets of your files; it is asked again there',
      },
    ]);
  });
});
