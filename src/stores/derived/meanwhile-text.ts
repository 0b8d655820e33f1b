import type { BuiltIntervention } from '../../domain/plan/intervention.ts';
import type { Unit } from '../../domain/premises/premises-table.ts';
import { INTERVENTION_TEXT } from './intervention-text.ts';
import { poundsText } from './pounds-text.ts';
import { unitsText } from './units-text.ts';

/** "Of this, £4,000 less by hybrid is a better design found meanwhile …", a sentence for each design where there is one. */
export function meanwhileText(
  designs: readonly { readonly kind: BuiltIntervention; readonly units: number; readonly pence: number }[],
  unit: Unit,
): string[] {
  return designs.flatMap(({ kind, units, pence }) => {
    const what = [
      ...(units > 0 ? [`${unitsText(units, unit)} more served`] : []),
      ...(Math.abs(pence) >= 100
        ? [`${poundsText(Math.abs(pence))} ${pence > 0 ? 'less' : 'more'} to build and run`]
        : []),
    ].join(', ');
    if (what === '') return [];
    return [
      `Of this, ${what} ${INTERVENTION_TEXT[kind].by} is a better design found meanwhile: it could be built without the lever too, and is none of its gain.`,
    ];
  });
}
