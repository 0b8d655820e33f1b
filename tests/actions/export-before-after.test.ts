import Papa from 'papaparse';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { setSides } from '../../src/actions/compare-sides.ts';
import { exportBeforeAfter } from '../../src/actions/export-before-after.ts';
import { compareSides } from '../../src/domain/before-after/compare-sides.ts';
import { readSides } from '../../src/stores/derived/sides-text.ts';
import { makeAppContext } from '../builders/app-context.ts';
import { comparedProject } from '../builders/compared-project.ts';

const taken = vi.hoisted(() => ({ text: '', fileName: '' }));

vi.mock('../../src/actions/download-text.ts', () => ({
  downloadText: (text: string, fileName: string) => {
    Object.assign(taken, { text, fileName });
    return fileName;
  },
}));

const side = (recipeText: string, withoutLayers: readonly string[] = []) => ({
  recipeText,
  withoutLayers,
  releases: [],
});

describe('the difference as a file', () => {
  afterEach(() => vi.clearAllMocks());

  test('has a line per ward, outside and total, both definitions, and nothing confidential by name', async () => {
    const { context } = makeAppContext();
    const { workbench, project } = comparedProject();
    const layers = project.layers.map((layer) =>
      layer.key === '5g-plover' ? { ...layer, confidential: true } : layer,
    );
    const datasets = project.datasets.map((one) =>
      one.contentId === 'mobile' ? { ...one, confidential: true } : one,
    );
    const given = { ...project, layers, datasets };
    context.project.setState({ project: given });
    expect(await exportBeforeAfter(context)).toHaveProperty('problem');
    const question = { before: side('no 5g'), after: side('no 5g', ['5g-plover']) };
    const steps = compareSides(workbench, given, question);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const { version } = context.project.getState();
    const answered = { question, version };
    context.studies['before-after'].setState({ status: 'ready', answer: step.value, answered });
    const refused = { problem: expect.stringContaining('not compared yet') };
    const { view } = readSides(null, given);
    setSides(context, view);
    expect(await exportBeforeAfter(context)).toEqual(refused);
    setSides(context, { ...view, sides: question });
    context.studies['before-after'].setState({ answered: { question, version: version + 1 } });
    expect(await exportBeforeAfter(context)).toEqual(refused);
    context.studies['before-after'].setState({ answered });
    expect(await exportBeforeAfter(context)).toHaveProperty(
      'fileName',
      expect.stringMatching(/before-and-after/),
    );
    const { data } = Papa.parse<Record<string, string>>(taken.text, { header: true, skipEmptyLines: true });
    expect(data.map(({ ward_code }) => ward_code)).toEqual(['W01', 'W02', 'outside', 'total']);
    for (const line of data) {
      const number = (name: string): number => Number(line[name]);
      expect(number('before') + number('became') - number('ceased')).toBe(number('after'));
      expect(number('difference')).toBe(number('after') - number('before'));
    }
    const total = data[3];
    expect(total.definition_before).toContain('no 5g');
    expect(total.definition_after).toContain('Without: a confidential layer.');
    expect(total.remark).toContain('left out as confidential');
    expect(taken.text).not.toContain('Plover');
    expect(total.sources).not.toContain('mobile');
    // The builder's project has no data in the worker: what is not known stays empty.
    expect([total.inputs_sha256, total.project_sha256]).toEqual(['', '']);
    expect(total.counted_on).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});
