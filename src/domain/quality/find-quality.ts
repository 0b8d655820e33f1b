import type { WorkStep } from '../project/work-step.ts';
import { checkCodes } from './check-codes.ts';
import { checkCoverageCut } from './check-coverage-cut.ts';
import { checkIds } from './check-ids.ts';
import { checkPlaces } from './check-places.ts';
import { checkShares } from './check-shares.ts';
import { checkSlivers } from './check-slivers.ts';
import { checkStacks } from './check-stacks.ts';
import { checkUses } from './check-uses.ts';
import { checkWards } from './check-wards.ts';
import type { QualityCheck, QualityInput } from './quality-input.ts';
import type { QualityNote, QualityReport } from './quality-note.ts';

/** Looks for everything there is to know about the data before its numbers. What is not loaded is not looked at. */
export function* findQuality(input: QualityInput): Generator<WorkStep, QualityReport> {
  const notes: QualityNote[] = [];
  const checked: string[] = [];
  for (const { name, check, applies } of CHECKS) {
    if (!applies(input)) continue;
    notes.push(...(yield* check(input)));
    checked.push(name);
  }
  return { notes, checked };
}

/** In the order of what concerns the counts most. */
const CHECKS: readonly {
  readonly name: string;
  readonly check: QualityCheck;
  applies(input: QualityInput): boolean;
}[] = [
  { name: 'rows without a place or far away', check: checkPlaces, applies: hasPremises },
  {
    name: 'area codes of another year and postcodes no longer in use',
    check: checkCodes,
    applies: hasPremises,
  },
  { name: 'repeated ids', check: checkIds, applies: hasPremises },
  {
    name: 'coverage cut at its edge',
    check: checkCoverageCut,
    applies: (input) => hasLayer(input, 'polygons'),
  },
  {
    name: 'rows in two wards, in none, or between two',
    check: checkWards,
    applies: (input) => hasPremises(input) && input.wards !== null,
  },
  {
    name: 'gaps and overlaps of ward borders',
    check: checkSlivers,
    applies: (input) => input.wards !== null,
  },
  { name: 'rounding of shares', check: checkShares, applies: (input) => hasLayer(input, 'shares') },
  { name: 'blank uses', check: checkUses, applies: (input) => input.placed?.dataset.roles.use !== undefined },
  { name: 'rows stacked on one point', check: checkStacks, applies: hasPremises },
];

function hasPremises(input: QualityInput): boolean {
  return input.placed !== null;
}

function hasLayer(input: QualityInput, shape: string): boolean {
  return input.placed !== null && input.project.layers.some((layer) => layer.shape === shape);
}
