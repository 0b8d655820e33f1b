import { billOf } from '../../domain/cost/bill-of.ts';
import { DEFAULT_RATES } from '../../domain/cost/default-rates.ts';
import type { RateCard } from '../../domain/cost/rate-card.ts';
import { confidentialDig } from '../../domain/dig/confidential-dig.ts';
import type { DigDesign } from '../../domain/dig/dig-design.ts';
import { sourceLine } from '../../domain/not-spots/provenance.ts';
import { isOfStreets, type Project } from '../../domain/project/project.ts';
import { withContentNames } from '../../domain/project/with-content-names.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import { billCsv } from '../../formats/bill-csv.ts';
import { digPiecesCsv, digPremisesCsv, digStreetsCsv } from '../../formats/dig-csv.ts';
import { digGeoJson } from '../../formats/dig-geojson.ts';
import { digKml } from '../../formats/dig-kml.ts';
import { type DigTold, digResultOf } from '../../formats/dig-told.ts';
import { openFibreNodes, openFibrePackage, openFibreSpans } from '../../formats/open-fibre-data.ts';
import type { StudyBench } from '../study-bench.ts';

/** Which file of a design. */
export interface DigFileQuestion {
  readonly designId: string;
  readonly form: DigForm;
  /** ISO date on which the file is made. */
  readonly madeOn: string;
  /** What is to be said of the design beside what is said anyway: why it is out of date. '' where there is nothing. */
  readonly remark: string;
}

export type DigForm = keyof typeof FORMS;

/**
 * Writes a design, which lies in the project as it is, as text. Throws RangeError in words where it is not there, has no
 * result that the form needs, or a file that it shows is confidential.
 */
export function* study(
  { fingerprints, hashes }: Pick<StudyBench, 'fingerprints' | 'hashes'>,
  project: Project,
  { designId, form, madeOn, remark }: DigFileQuestion,
): Generator<WorkStep, string> {
  const design = project.designs.find(({ id }) => id === designId);
  if (!design) throw new RangeError('This design is not there any more. Choose another.');
  const { needsRoute, needsPremises, write } = FORMS[form];
  const confidential = confidentialDig(project, design);
  const held = (needsRoute && confidential.route) || (needsPremises && confidential.premises);
  if (held) throw new RangeError(held);
  yield { what: 'Writing the file', fraction: 0.5 };
  const told: DigTold = {
    projectName: project.name,
    fictional: project.fictional,
    sources: sourcesOf(project, design),
    madeOn,
    remark: [project.fictional ? 'fictional' : '', remark, confidential.remark].filter(Boolean).join('; '),
    fingerprints,
  };
  return write({ design, told, card: project.rates ?? DEFAULT_RATES, hashes });
}

interface Written {
  readonly design: DigDesign;
  readonly told: DigTold;
  readonly card: RateCard;
  readonly hashes: StudyBench['hashes'];
}

/** Each form: whether it shows where the route runs and where premises are, and how it is written. */
const FORMS = {
  geojson: { needsRoute: true, needsPremises: true, write: writeGeoJson },
  streets: { needsRoute: true, needsPremises: false, write: writeStreets },
  bill: { needsRoute: true, needsPremises: false, write: writeBill },
  pieces: { needsRoute: true, needsPremises: true, write: writtenBy(digPiecesCsv) },
  premises: { needsRoute: true, needsPremises: true, write: writtenBy(digPremisesCsv) },
  kml: { needsRoute: true, needsPremises: true, write: writtenBy(digKml) },
  'open-fibre': { needsRoute: true, needsPremises: true, write: writtenBy(openFibrePackage) },
  'open-fibre-nodes': { needsRoute: true, needsPremises: true, write: writtenBy(openFibreNodes) },
  'open-fibre-spans': { needsRoute: true, needsPremises: true, write: writtenBy(openFibreSpans) },
} as const;

function writtenBy(write: (design: DigDesign, told: DigTold) => string) {
  return ({ design, told }: Written): string => write(design, told);
}

/** Contents are named by their hashes, so that another's copy of the same files is known again. */
function writeGeoJson({ design, told, hashes }: Written): string {
  return digGeoJson(
    withContentsNamed(design, (contentId) => hashes?.get(contentId) ?? contentId),
    told,
  );
}

function writeStreets({ design, told, card }: Written): string {
  const { streets } = billOf({ ...design.question, ...digResultOf(design) }, card);
  return digStreetsCsv(design, told, new Map(streets.map(({ street, days }) => [street, days])));
}

function writeBill({ design, told, card }: Written): string {
  const bill = billOf({ ...design.question, ...digResultOf(design) }, card);
  return billCsv({ design, bill, card }, told);
}

/** A design with its contents called otherwise. */
export function withContentsNamed(design: DigDesign, rename: (contentId: string) => string): DigDesign {
  const change = withContentNames({ kind: 'insert', list: 'designs', at: 0, item: design }, rename);
  return change.item as DigDesign;
}

/** The open files of premises and streets, and what else the answer was made of. */
function sourcesOf({ datasets }: Project, { question, result }: DigDesign): string {
  const used = new Set([question.premisesContentId, ...(result?.madeOf.contents ?? [])]);
  const lines = datasets
    .filter((one) => !one.confidential && (used.has(one.contentId) || isOfStreets(one.role)))
    .map(({ source }) => sourceLine(source));
  return [...new Set(lines)].join('; ');
}
