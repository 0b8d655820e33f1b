import { render } from '@testing-library/react';
import { type ReactElement, StrictMode } from 'react';
import type { AppContext } from '../../src/actions/app-context.ts';
import type { Project } from '../../src/domain/project/project.ts';
import { AppProvider } from '../../src/panels/app-provider.tsx';
import { KeptForTiles } from '../../src/workers/kept-for-tiles.ts';
import { study } from '../../src/workers/studies/before-after.ts';
import { makeAppContext } from './app-context.ts';
import { comparedProject } from './compared-project.ts';
import { giveElementsSize } from './panel.tsx';

/** A panel over real stores with that project; its studies are answered by the domain in this thread. */
export function renderCompared(panel: ReactElement): { context: AppContext; project: Project } {
  giveElementsSize();
  const { workbench, project } = comparedProject();
  const made = makeAppContext().context;
  const kept = new KeptForTiles();
  const api = {
    study: async (_job: string, _name: string, of: Project, question: Parameters<typeof study>[2]) => {
      try {
        const steps = study(
          { workbench, kept, latest: null, fingerprints: null, hashes: null },
          of,
          question,
        );
        for (;;) {
          const step = steps.next();
          if (step.done) return { state: 'done', value: step.value };
        }
      } catch (error) {
        const { name, message } = error as Error;
        return { state: 'failed', name, message, place: null };
      }
    },
  } as unknown as AppContext['compute']['api'];
  const run: AppContext['compute']['run'] = async (start) => start(api, 'job', () => undefined);
  const context: AppContext = { ...made, compute: { ...made.compute, api, run } };
  context.project.setState({ project, version: 1 });
  render(
    <StrictMode>
      <AppProvider context={context}>{panel}</AppProvider>
    </StrictMode>,
  );
  return { context, project };
}
