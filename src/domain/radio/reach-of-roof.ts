import { premisesCell } from '../premises/premises-table.ts';
import type { WorkStep } from '../project/work-step.ts';
import { HeightsRefused } from '../terrain/heights-refused.ts';
import type { Roofs } from '../terrain/roofs.ts';
import { sunkWords } from './judge-link.ts';
import { judgePremises } from './judge-premises.ts';
import { requireRange } from './out-of-range.ts';
import { placeEnd, whyHeightNotKnown } from './place-end.ts';
import type { ReachAnswer, ReachQuestion, ReachRows } from './reach-answer.ts';
import { reachCounts } from './reach-counts.ts';
import type { ReachGround } from './reach-ground.ts';
import { reachPicture } from './reach-picture.ts';
import { layOutSight } from './sight-judge.ts';
import type { Antenna } from './sight-path.ts';

/**
 * What a roof reaches: a picture of what it sees, every premises within the radius judged at the best place of its roof, and
 * what each metre of mast adds. Needs `loadGrid`.
 * @throws HeightsRefused where nothing is known below the site, or it is given above ground without a ground model;
 *   OutOfRange for a radius above 5,000 m or a curve above 60 m
 */
export function* reachOfRoof(question: ReachQuestion, ground: ReachGround): Generator<WorkStep, ReachAnswer> {
  checkQuestion(question);
  const { model, meter, roofs, premises, analysis } = ground;
  const { site, radiusMetres, mostMastMetres } = question;
  const at = placeEnd(site, model);
  if (at.seaMetres === null || at.surfaceMetres === null)
    throw new HeightsRefused('ELSEWHERE', whyHeightNotKnown(site));
  const { earthFactor, premisesMastMetres } = meter.choices;
  const view = { radiusMetres, targetMetres: premisesMastMetres.value, earthFactor: earthFactor.value };
  const antenna: Antenna = { x: at.x, y: at.y, metres: at.seaMetres };
  yield* asPart(layOutSight(model.surface), 0, LAYING_SHARE);
  const picture = yield* asPart(
    reachPicture(model.surface, antenna, view),
    LAYING_SHARE,
    PICTURE_SHARE - LAYING_SHARE,
  );
  const judged = yield* asPart(
    judgePremises({ site, antenna, surfaceMetres: at.surfaceMetres, radiusMetres, mostMastMetres }, ground),
    PICTURE_SHARE,
    1 - PICTURE_SHARE,
  );
  const { rows, faults } = judged;
  const { sectors, clientsPerSector } = meter.device;
  const sunkMetres = at.surfaceMetres - at.seaMetres;
  return {
    site,
    seaMetres: at.seaMetres,
    radiusMetres,
    picture,
    unit: premises.unit,
    rows,
    names: Array.from(rows.row, (one) => premisesCell(premises, premises.ids, one)),
    ...reachCounts(rows),
    recipeWords: analysis?.recipeWords ?? null,
    mast: judged.mast,
    mostClients: sectors.value * clientsPerSector.value,
    notes: [
      ...model.notes,
      ...notesOn(rows, roofs, faults),
      ...(sunkMetres > 0 ? [sunkWords(site.name, sunkMetres)] : []),
    ],
  };
}

/** What is done after blocks are laid, and after the picture, of the whole by time. */
const LAYING_SHARE = 0.1;
const PICTURE_SHARE = 0.25;
const LARGEST_RADIUS_METRES = 5000;
const LONGEST_MAST_METRES = 60;

function checkQuestion({ radiusMetres, mostMastMetres }: ReachQuestion): void {
  const source = 'The reach of a roof';
  requireRange({
    source,
    quantity: 'radius',
    value: radiusMetres,
    low: 1,
    high: LARGEST_RADIUS_METRES,
    unit: 'm',
    remedy: 'Take a smaller radius: diffraction is reckoned up to 5 km.',
  });
  requireRange({
    source,
    quantity: 'longest mast of the curve',
    value: Number.isInteger(mostMastMetres) ? mostMastMetres : Number.NaN,
    low: 0,
    high: LONGEST_MAST_METRES,
    unit: 'm',
    remedy: 'Give whole metres.',
  });
}

function notesOn(rows: ReachRows, roofs: Roofs | null, faults: ReadonlySet<string>): string[] {
  const notes = [...faults];
  const off = rows.isOnBuilding.reduce((count, isOn) => count + (1 - isOn), 0);
  if (roofs === null && rows.row.length > 0)
    notes.push(
      'No building footprints are loaded: every premises is taken at its own place, which may be in the street beside its roof.',
    );
  else if (off > 0)
    notes.push(
      `${off.toLocaleString('en-GB')} of ${rows.row.length.toLocaleString('en-GB')} rows lie on no footprint and are taken at their own place.`,
    );
  return notes;
}

function* asPart<T>(work: Generator<WorkStep, T>, from: number, share: number): Generator<WorkStep, T> {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    yield { ...next.value, fraction: from + share * next.value.fraction };
  }
}
