import { capitalised } from '../capitalised.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import type { LayerAnswers, ShareAnswers } from '../coverage/layer-answers.ts';
import { technologyDefinition } from '../coverage/technology.ts';
import { percentPoints } from '../not-spots/headline.ts';
import { uncapitalised } from '../uncapitalised.ts';
import { answerOfCounts, countAnswers } from './answer-counts.ts';
import { answerWords, countsWords } from './answer-words.ts';
import { layerRowAnswer } from './row-answer.ts';
import type { LayerVerdict } from './verdict.ts';

/** What some rows get of one layer. `whyNot` says why the layer does not know of a row; `areaName` what an area is called. */
export function layerVerdict(
  layer: LayerRecord,
  answers: LayerAnswers,
  at: { readonly rows: readonly number[]; readonly units: readonly number[] },
  words: { whyNot(row: number): string; areaName(code: string): string },
): LayerVerdict {
  const counts = countAnswers(
    at.rows.map((row) => layerRowAnswer(answers, row)),
    at.units,
  );
  const answer = answerOfCounts(counts);
  const why =
    answer === 'mixed'
      ? `${countsWords(counts)}.`
      : answer === 'not-known'
        ? whyNotOfAll(at.rows, words.whyNot)
        : answers.kind === 'share'
          ? sharesOfAll(answers, at.rows, words.areaName)
          : '';
  return {
    layerId: layer.id,
    name: layer.name,
    technology: layer.technology,
    operator: layer.operator,
    answer,
    words: answerWords(answer, counts),
    why: capitalised(why),
    definition: layer.definition || technologyDefinition(layer.technology) || 'The file gives no definition.',
    source: layer.source,
    confidential: layer.confidential,
  };
}

/**
 * "82.5 % of premises in Trafford": what is known of a row's area, as it was published: of premises, whatever is counted
 * here. '' where it lies in none.
 */
export function shareWords(
  { area, percent, step, codes }: ShareAnswers,
  row: number,
  areaName: (code: string) => string,
): string {
  const at = area[row];
  if (at < 0) return '';
  return `${percentText(percent[at], step)} of premises in ${areaName(codes[at])}`;
}

/** As many decimals as were published; one where the share was worked out from counts. */
function percentText(percent: number, step: number): string {
  if (step <= 0) return `${percentPoints(percent)} %`;
  return `${percent.toFixed(Math.min(4, Math.max(0, Math.round(-Math.log10(step)))))} %`;
}

/** Rows whose reasons are looked up, each of which may mean a walk through a file; shares listed. */
const MOST_ASKED = 4;

/** The reason of a row; of several rows their different reasons. */
function whyNotOfAll(rows: readonly number[], whyNot: (row: number) => string): string {
  const reasons = new Set(rows.slice(0, MOST_ASKED).map(whyNot));
  const [first] = reasons;
  if (reasons.size === 1) return rows.length === 1 ? first : `For each of them: ${uncapitalised(first)}`;
  return `The reasons differ. ${[...reasons].join(' ')}`;
}

function sharesOfAll(
  answers: ShareAnswers,
  rows: readonly number[],
  areaName: (code: string) => string,
): string {
  const shares = new Set(rows.map((row) => shareWords(answers, row, areaName)).filter(Boolean));
  return `${[...shares].slice(0, MOST_ASKED).join('; ')} have it.`;
}
