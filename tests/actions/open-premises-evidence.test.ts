import { expect, it } from 'vitest';
import { downloadEvidence } from '../../src/actions/open-premises-evidence.ts';
import type { Verdict } from '../../src/domain/verdict/verdict.ts';
import { makeAppContext } from '../builders/app-context.ts';
import { datasetOf, projectOf } from '../builders/project.ts';

it('makes no evidence about premises of a confidential file, and says why', () => {
  const { context } = makeAppContext();
  const premises = datasetOf({ role: 'premises', roles: { id: 'uprn' }, confidential: true });
  context.project.setState({ project: projectOf({ datasets: [premises] }) });
  // It is refused before anything of the verdict is read.
  const verdict = new Proxy({} as Verdict, {
    get: () => {
      throw new Error('The verdict was read.');
    },
  });
  for (const format of ['text', 'json'] as const)
    expect(downloadEvidence(context, verdict, { words: 'It is wrong.', format, plans: null })).toEqual({
      problem: expect.stringMatching(/premises\.geojson is marked confidential/),
    });
});
