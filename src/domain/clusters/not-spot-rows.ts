import type { LayerAnswers } from '../coverage/layer-answers.ts';
import type { Analysis } from '../not-spots/analysis.ts';
import { ROW_SHARE, ROW_YES } from '../not-spots/count-shares.ts';
import { unitWord } from '../not-spots/headline.ts';
import type { ResolvedNames } from '../not-spots/resolve-recipe.ts';
import type { Unit } from '../premises/premises-table.ts';
import { CHUNK_ROWS, type WorkStep } from '../project/work-step.ts';

/** Why there can be no clusters of this count, in words with what to do about it. */
export class ClustersRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ClustersRefused';
  }
}

/**
 * The rows that are not-spots, ascending: surely, or perhaps for a pair of confidences. Throws ClustersRefused where only
 * shares of areas tell, for then no premises is named.
 */
export function* notSpotRows(
  { rowState }: Pick<Analysis, 'rowState'>,
  names: ResolvedNames,
  answers: ReadonlyMap<string, LayerAnswers>,
  unit: Unit,
): Generator<WorkStep, Uint32Array> {
  const shares = [...names.values()]
    .flat()
    .flatMap((group) => group.layers)
    .filter((layer) => answers.get(layer.id)?.kind === 'share');
  const rows = new Uint32Array(rowState.length);
  let count = 0;
  for (let from = 0; from < rowState.length; from += CHUNK_ROWS) {
    yield { what: 'Gathering the not-spots', fraction: from / rowState.length };
    const to = Math.min(rowState.length, from + CHUNK_ROWS);
    for (let row = from; row < to; row++) {
      if (rowState[row] !== ROW_YES && rowState[row] !== ROW_SHARE) continue;
      if (rowState[row] === ROW_SHARE && shares.length > 0) throw sharesRefusal(shares, answers, unit);
      rows[count++] = row;
    }
  }
  return rows.slice(0, count);
}

/** Another definition is only a way out where some loaded layer is not of shares. */
function sharesRefusal(
  shares: readonly { readonly name: string }[],
  answers: ReadonlyMap<string, LayerAnswers>,
  unit: Unit,
): ClustersRefused {
  const [first] = shares;
  const isOne = shares.length === 1;
  const gives = isOne ? `${first.name} gives` : `${first.name} and ${shares.length - 1} more give`;
  const hasOthers = [...answers.values()].some(({ kind }) => kind !== 'share');
  const other = hasOthers ? `, or choose a definition without ${isOne ? 'it' : 'them'}` : '';
  return new ClustersRefused(
    `${gives} shares of areas: they say how many ${unit} are not-spots, but not which, so no cluster can be drawn. Load coverage per ${unitWord(unit, 1)} or as footprints${other}.`,
  );
}
