import type { CandidatesAnswer } from '../domain/radio/candidate-roof.ts';
import { type LiftedPart, liftedLink } from '../stores/derived/lifted-link.ts';
import { linkEndOf } from '../stores/derived/link-end-of.ts';
import { type LinkLine, oneLinkLine, seenLines } from '../stores/derived/link-lines.ts';
import { rememberLast } from '../stores/derived/remember-last.ts';
import type { AppContext } from './app-context.ts';
import { foundCandidates } from './find-candidates.ts';

/** The links that the map draws. The very same object as long as nothing changes. */
export interface ShownLinks {
  readonly lines: readonly LinkLine[];
  /** Ends that are no sites, in degrees. */
  readonly ends: readonly (readonly [number, number])[];
  /** Length of the one link that is looked at; null: none is, or it is not reckoned yet. */
  readonly lengthMetres: number | null;
  /** The one link over the ground; null where its heights are not known. */
  readonly lifted: readonly LiftedPart[] | null;
}

/** The one link while it is looked at, or those from a premises to every site. */
export function shownLinks(context: AppContext): ShownLinks {
  const { page, rooftops } = context.view.getState();
  if (page !== 'rooftops') return NO_LINKS;
  if (rooftops.topic === 'link') {
    const { project } = context.project.getState();
    const { answer } = context.studies.link.getState();
    return oneLink(project, rooftops.link, answer);
  }
  if (rooftops.topic !== 'premises') return NO_LINKS;
  const { answer, status } = context.studies.sees.getState();
  return answer && (status === 'ready' || status === 'working') ? fromPremises(answer) : NO_LINKS;
}

/** The roofs that are offered, while sites are the topic. */
export function shownCandidates(context: AppContext): CandidatesAnswer | null {
  const { page, rooftops } = context.view.getState();
  return page === 'rooftops' && rooftops.topic === 'sites' ? foundCandidates(context) : null;
}

const NO_LINKS: ShownLinks = { lines: [], ends: [], lengthMetres: null, lifted: null };

type Asked = ReturnType<AppContext['view']['getState']>['rooftops']['link'];
type Project = ReturnType<AppContext['project']['getState']>['project'];
type Answer = ReturnType<AppContext['studies']['link']['getState']>['answer'];

const oneLink = rememberLast((project: Project, asked: Asked, answer: Answer): ShownLinks => {
  const from = linkEndOf(project, asked.from);
  const to = linkEndOf(project, asked.to);
  const ends = [asked.from, asked.to].flatMap((point) =>
    point?.kind === 'place' ? [[point.lon, point.lat] as const] : [],
  );
  if (!from || !to) return { lines: [], ends, lengthMetres: null, lifted: null };
  const isOfThese =
    answer !== null &&
    [answer.from.lon, answer.from.lat, answer.to.lon, answer.to.lat].join() ===
      [from.lon, from.lat, to.lon, to.lat].join();
  const shown = isOfThese ? answer : null;
  return {
    lines: [oneLinkLine(from, to, shown)],
    ends,
    lengthMetres: shown?.distanceMetres ?? null,
    lifted: shown ? liftedLink(shown) : null,
  };
});

const fromPremises = rememberLast(
  (answer: NonNullable<ReturnType<AppContext['studies']['sees']['getState']>['answer']>): ShownLinks => ({
    lines: seenLines(answer),
    ends: [[answer.lon, answer.lat]],
    lengthMetres: null,
    lifted: null,
  }),
);
