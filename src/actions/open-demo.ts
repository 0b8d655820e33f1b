import { fetchDemoBorough } from '../datasets/demo-borough.ts';
import type { AppContext } from './app-context.ts';
import { openProject } from './open-project.ts';

/** Opens the demo borough in place of what is there. Throws with words that say what to do when it cannot be fetched. */
export async function openDemo(context: AppContext, baseUrl: string): Promise<void> {
  context.analysis.setState({
    status: 'working',
    step: { what: 'Opening the demo borough', fraction: 0 },
    problem: null,
  });
  try {
    const bytes = await fetchDemoBorough(baseUrl);
    await openProject(context, bytes);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    context.analysis.setState({
      status: 'failed',
      step: null,
      analysis: null,
      problem: { message, place: null },
    });
  }
}
