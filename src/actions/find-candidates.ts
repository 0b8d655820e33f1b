import type { Project } from '../domain/project/project.ts';
import type { CandidateQuestion, CandidateRoof, CandidatesAnswer } from '../domain/radio/candidate-roof.ts';
import type { AppContext } from './app-context.ts';
import { addSites } from './edit-sites.ts';
import { runStudy } from './run-study.ts';

/** Looks for roofs. */
export async function findCandidates(context: AppContext, question: CandidateQuestion): Promise<void> {
  const { datasets } = context.project.getState().project;
  await runStudy(context, 'candidates', question);
  const { answer } = context.studies.candidates.getState();
  if (!answer || filesOf.has(answer)) return;
  filesOf.set(answer, datasets);
  // Those who looked when the answer came could not know whose it is.
  context.studies.candidates.setState({ answer });
}

/** The roofs found last, while they are of the files that are loaded; other sites leave them true. */
export function foundCandidates(context: AppContext): CandidatesAnswer | null {
  const { answer, status } = context.studies.candidates.getState();
  const isTrue = answer !== null && filesOf.get(answer) === context.project.getState().project.datasets;
  return isTrue && (status === 'ready' || status === 'working') ? answer : null;
}

/** The loaded files that an answer was found in. */
const filesOf = new WeakMap<CandidatesAnswer, Project['datasets']>();

/** Puts the roofs that were offered away. */
export function clearCandidates(context: AppContext): void {
  context.studies.candidates.getState().cancel?.();
  context.studies.candidates.setState({
    status: 'idle',
    step: null,
    answer: null,
    answered: null,
    problem: null,
    cancel: null,
  });
}

/** Makes sites of roofs that were offered, as one step of undo: each with the mast it was looked at with. */
export function addCandidates(context: AppContext, roofs: readonly CandidateRoof[]): void {
  const { answered } = context.studies.candidates.getState();
  if (!answered) return;
  const { mastMetres } = answered.question;
  const fresh = roofs.filter((roof) => !isSite(context, roof));
  addSites(
    context,
    fresh.map(({ name, lon, lat, contentId }) => ({
      name,
      lon,
      lat,
      antennaMetres: mastMetres,
      above: 'surface',
      fromContentId: contentId,
    })),
  );
}

/** Whether a site stands there already, to a tenth of a metre. */
export function isSite(context: AppContext, { lon, lat }: Pick<CandidateRoof, 'lon' | 'lat'>): boolean {
  const { sites } = context.project.getState().project;
  return sites.some(
    (site) => site.lon.toFixed(6) === lon.toFixed(6) && site.lat.toFixed(6) === lat.toFixed(6),
  );
}
