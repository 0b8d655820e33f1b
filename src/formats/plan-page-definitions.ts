import { capitalised } from '../domain/capitalised.ts';
import { LINE_KEYS } from '../domain/evaluation/evaluation.ts';
import { lineWords } from '../domain/evaluation/line-words.ts';
import { onceForAll } from './once-for-all.ts';
import { type Content, element } from './page-html.ts';
import { pageTable } from './page-table.ts';
import type { PageSection, PlanPageContent } from './plan-page-content.ts';
import { scrolling } from './plan-page-duel.ts';
import type { PageNames } from './plan-page-names.ts';
import { sharedSentences } from './shared-sentences.ts';

/** What each line of the duel is, in words complete enough to recompute it. */
export function definitionsSection({ evaluation }: PlanPageContent, { maySay }: PageNames): PageSection {
  const judged = evaluation.interventions.filter(
    ({ refused, kind }) => refused === null && kind !== 'leave as it is',
  );
  const defined = LINE_KEYS.map((key, at) => {
    const byText = new Map<string, string[]>();
    for (const { kind, lines } of judged) {
      const definition = lines[at]?.figure?.definition;
      if (definition && maySay(definition)) byText.set(definition, [...(byText.get(definition) ?? []), kind]);
    }
    return { ...lineWords(key), formulas: onceForAll([...byText]) };
  });
  const { lines, shared } = sharedSentences(defined);
  const rows = lines.map(({ label, meaning, common, formulas }): Content[] => [
    label,
    [
      element('p', {}, element('span', { class: 'soft' }, meaning), common === '' ? '' : ` ${common}`),
      formulas.map(({ text, kinds }) => element('p', {}, element('b', {}, `${capitalised(kinds)}: `), text)),
    ],
  ]);
  return {
    id: 'definitions',
    title: 'Definitions',
    body: [
      element(
        'p',
        {},
        'Where a formula is the same for several designs it stands once, their numbers side by side: a | b | c.',
      ),
      shared.map(({ sentence, labels }) =>
        element('p', {}, element('b', {}, `${capitalised(labels.join(', ').toLowerCase())}: `), sentence),
      ),
      scrolling(
        'Definitions',
        pageTable(
          {
            caption: 'What each line of the comparison is',
            columns: ['Line', 'Definition'],
            rows,
            widths: [20],
            className: 'long',
          },
          'Nothing was judged.',
        ),
      ),
    ],
  };
}
