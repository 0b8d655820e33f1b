import { fetchDemoBorough } from '../datasets/demo-borough.ts';
import { lastProject, whenWorkWasKept } from '../storage/visits.ts';
import type { AppContext } from './app-context.ts';
import { openProject } from './open-project.ts';

/**
 * Opens the demo borough in place of what is there; `ahead` is its pack where that was asked for before. Where it cannot
 * be fetched, the count is said to have failed, with words that say what to do.
 */
export async function openDemo(
  context: AppContext,
  baseUrl: string,
  ahead: Promise<Uint8Array> | null = null,
): Promise<void> {
  context.analysis.setState({
    status: 'working',
    step: { what: 'Opening the demo borough', fraction: 0 },
    problem: null,
  });
  try {
    const bytes = await (ahead ?? fetchDemoBorough(baseUrl));
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

/** Asks for the demo borough's pack while it is looked for kept work; null where there was some, which is opened instead. */
export function fetchDemoAhead(baseUrl: string): Promise<Uint8Array> | null {
  if (lastProject() !== null || whenWorkWasKept() !== null) return null;
  const ahead = fetchDemoBorough(baseUrl);
  // Told by whoever opens it, if anybody does.
  ahead.catch(() => undefined);
  return ahead;
}
