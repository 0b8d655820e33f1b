import { capitalised } from '../../domain/capitalised.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { percent } from '../../domain/not-spots/headline.ts';
import { countAt } from '../../domain/not-spots/ward-rows.ts';
import type { PremisesUse } from '../../domain/premises/premises-use.ts';
import { wordsOfUse } from '../../domain/premises/words-of-use.ts';
import { type CountText, countText } from './count-text.ts';

/** Not-spots of one use at one place, ready to print. */
export interface UseLine {
  readonly use: string;
  /** The same as a question names it. */
  readonly asked: PremisesUse;
  /** How many there are. */
  readonly units: string;
  readonly notSpots: CountText & { /** "10.3 %" of them. */ readonly share: string };
}

/** Not-spots by what the premises are used for. */
export interface UseLines {
  /** Which column told. */
  readonly column: string;
  readonly lines: readonly UseLine[];
}

/** The uses at a place (ward number, outside, total); null where no column tells them, or none stand there. */
export function byUseLines({ byUse, unit }: Analysis, place: number): UseLines | null {
  if (!byUse) return null;
  const lines = byUse.uses
    .filter((one) => one.units[place] > 0)
    .map(({ use, units, notSpots }): UseLine => {
      return {
        use: nameOfUse(use, byUse),
        asked: use,
        units: units[place].toLocaleString('en-GB'),
        notSpots: {
          ...countText(countAt(notSpots, place), units[place], unit),
          share: percent(notSpots.mid[place] / units[place]),
        },
      };
    });
  return lines.length > 0 ? { column: byUse.column, lines } : null;
}

/** What a use is called; homes are the other ones where flats are told apart. */
export function nameOfUse(
  use: PremisesUse,
  { uses }: { readonly uses: readonly { readonly use: PremisesUse }[] },
): string {
  const words = wordsOfUse(use, uses);
  return capitalised(words);
}
