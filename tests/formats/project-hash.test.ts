import { describe, expect, it } from 'vitest';
import type { Project } from '../../src/domain/project/project.ts';
import { withContentNames } from '../../src/domain/project/with-content-names.ts';
import { withoutRowValues } from '../../src/domain/project/without-row-values.ts';
import { inputsHash, projectHash } from '../../src/formats/project-hash.ts';
import { EMPTY_DESIGN, FULL_DESIGN } from '../builders/dig-designs.ts';
import { FULL_PROJECT } from '../builders/full-project.ts';
import { contentsOf } from '../builders/project-content.ts';

describe('projectHash', () => {
  it('is the same whatever the contents are called', async () => {
    const { hashOf } = await contentsOf(FULL_PROJECT);
    const names = new Map([
      ['file-1', 'file-3'],
      ['file-2', 'file-1'],
      ['file-3', 'file-2'],
    ]);
    const back = new Map([...names].map(([from, to]) => [to, from]));
    const renamed = withContentNames(FULL_PROJECT, (name) => names.get(name) ?? name);
    const hash = await projectHash(FULL_PROJECT, hashOf);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await projectHash(renamed, (name) => hashOf(back.get(name) ?? name))).toBe(hash);
  });

  it('is the same whatever a file that is gone was called', async () => {
    const { hashOf } = await contentsOf(FULL_PROJECT);
    const without = (gone: string) => ({
      ...FULL_PROJECT,
      datasets: [FULL_PROJECT.datasets[0]],
      layers: [{ ...FULL_PROJECT.layers[1], extent: { kind: 'areas' as const, contentId: gone } }],
    });
    const known = (name: string) => (name === 'file-1' ? hashOf(name) : undefined);
    expect(await projectHash(without('file-8'), known)).toBe(await projectHash(without('file-9'), known));
  });

  it('is the same whatever the project is called, and whatever was said when its files were read', async () => {
    const { hashOf } = await contentsOf(FULL_PROJECT);
    const { project } = withoutRowValues({
      ...FULL_PROJECT,
      plans: [],
      sites: [],
      designs: [FULL_DESIGN, EMPTY_DESIGN].map((one) => ({ ...one, question: EMPTY_DESIGN.question })),
      name: 'Another (from a link)',
    });
    expect(JSON.stringify(project)).not.toContain('row 3');
    expect(await projectHash(project, hashOf)).toBe(
      await projectHash(
        {
          ...FULL_PROJECT,
          plans: [],
          sites: [],
          designs: [FULL_DESIGN, EMPTY_DESIGN].map((one) => ({ ...one, question: EMPTY_DESIGN.question })),
        },
        hashOf,
      ),
    );
  });

  it('changes with every change of the project that counts, and is none where data is missing', async () => {
    const { hashOf } = await contentsOf(FULL_PROJECT);
    const hash = await projectHash(FULL_PROJECT, hashOf);
    const { need: _need, ...needless } = FULL_PROJECT;
    const [first, ...others] = FULL_PROJECT.datasets;
    const changed: readonly Project[] = [
      { ...FULL_PROJECT, fictional: true },
      { ...FULL_PROJECT, assumptions: [] },
      { ...FULL_PROJECT, plans: [] },
      { ...FULL_PROJECT, view: { recipeId: 'no-gigabit' } },
      { ...FULL_PROJECT, datasets: [{ ...first, unit: null }, ...others] },
      { ...FULL_PROJECT, recipes: FULL_PROJECT.recipes.map((one) => ({ ...one, text: 'no 5g' })) },
      needless,
      { ...FULL_PROJECT, sites: [] },
      { ...FULL_PROJECT, devices: [] },
      { ...FULL_PROJECT, designs: FULL_PROJECT.designs.slice(1) },
      { ...FULL_PROJECT, rates: undefined },
    ];
    for (const other of changed) expect(await projectHash(other, hashOf)).not.toBe(hash);
    expect(await projectHash({ ...FULL_PROJECT, layers: FULL_PROJECT.layers.toReversed() }, hashOf)).not.toBe(
      hash,
    );
    await expect(projectHash(FULL_PROJECT, () => undefined)).rejects.toThrow(
      'The data of premises.csv is not there.',
    );
  });
});

describe('inputsHash', () => {
  it('is of the set of hashes', async () => {
    expect(await inputsHash(['b', 'a', 'b'])).toBe(await inputsHash(['a', 'b']));
    expect(await inputsHash(['a'])).not.toBe(await inputsHash(['a', 'b']));
    expect(await inputsHash(['ab'])).not.toBe(await inputsHash(['a', 'b']));
  });
});
