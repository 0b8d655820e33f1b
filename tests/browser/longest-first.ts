import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Order of test files: stories that take longest first, so that no long one is left to run alone at the end. Vitest's own
 * order goes by what the last run left behind, which a fresh checkout has not, and puts what failed first.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const place = (file: TestSpecification): number => {
      const name = relative(file.project.config.root, file.moduleId).replaceAll('\\', '/');
      const at = slowest.indexOf(name);
      return at < 0 ? slowest.length : at;
    };
    return usual
      .filter((file) => place(file) < slowest.length)
      .sort((a, b) => place(a) - place(b))
      .concat(usual.filter((file) => place(file) === slowest.length))
      .sort((a, b) => a.project.config.sequence.groupOrder - b.project.config.sequence.groupOrder);
  }
}

/** Files of more than 40 s, longest first, as a run on two processors has them. */
const slowest = [
  'tests/flows/accessibility.test.ts',
  'tests/flows/faults-store.test.ts',
  'tests/flows/offline.test.ts',
  'tests/flows/faults-disk.test.ts',
  'tests/flows/faults-duel.test.ts',
  'tests/flows/duel-maps.test.ts',
  'tests/flows/dig.test.ts',
  'tests/flows/missing-part.test.ts',
  'tests/flows/own-files.test.ts',
  'tests/flows/duel.test.ts',
  'tests/browser/map.test.ts',
  'tests/flows/find.test.ts',
  'tests/flows/rooftops.test.ts',
  'tests/flows/data-page.test.ts',
  'tests/flows/first-visit.test.ts',
  'tests/flows/clusters.test.ts',
];
