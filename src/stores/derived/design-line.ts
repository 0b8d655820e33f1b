import { connectionPence } from '../../domain/cost/connection-pence.ts';
import type { DigDesign } from '../../domain/dig/dig-design.ts';
import type { Project } from '../../domain/project/project.ts';
import { ratesInForce } from './dig-bill.ts';
import { metresOf } from './dig-headline.ts';
import { digStaleReasons } from './dig-stale.ts';
import { poundsText } from './pounds-text.ts';
import { unitsText } from './units-text.ts';

/** A design in a list. */
export interface DesignLine {
  /** "£412,300 to build, 3,240 m, 96 premises served"; "not worked out yet". */
  readonly words: string;
  /** "out of date", "quick answer"; null: neither. */
  readonly badge: string | null;
}

/** What a design comes to, in a line. The cost is the middle of what building it costs, as its headline has it. */
export function designLine(design: DigDesign, project: Project): DesignLine {
  const { result } = design;
  if (!result) return { words: 'not worked out yet', badge: null };
  const works = result.pieces.reduce(
    (sum, { parts }) => sum + parts.reduce((all, part) => all + (part.isYearly ? 0 : part.pence.mid), 0),
    0,
  );
  const metres = result.pieces
    .filter(({ method }) => method !== null)
    .reduce((sum, piece) => sum + piece.metres, 0);
  const units = result.served.reduce((sum, place) => sum + place.units, 0);
  const connections = units * connectionPence(ratesInForce(project), design.question.takeUpPercent).mid;
  const words = `${poundsText(works + connections)} to build, ${metresOf(metres)} of trench, ${unitsText(units, result.unit ?? 'premises')} served`;
  if (digStaleReasons(design, project).length > 0) return { words, badge: 'out of date' };
  return { words, badge: result.isQuick ? 'quick answer' : null };
}
