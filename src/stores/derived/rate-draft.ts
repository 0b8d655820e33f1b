import { capitalised } from '../../domain/capitalised.ts';
import { type RateProblem, rateProblems } from '../../domain/cost/check-rate-card.ts';
import type { RateCard } from '../../domain/cost/rate-card.ts';
import { type FigureDraft, figureDraft, readFigure } from './figure-draft.ts';
import type { FiguresSection, RateField, RateSection } from './rate-sections.ts';

/** A section of a rate card as it is being written: figures by their fields' keys, switches by their groups'. */
export interface RateDraft {
  readonly figures: ReadonlyMap<string, FigureDraft>;
  readonly toggles: ReadonlyMap<string, boolean>;
}

/** A section as its form starts. What the card does not price starts blank. */
export function rateDraft<Card>(section: FiguresSection<Card>, card: Card): RateDraft {
  const figures = section.groups.flatMap(({ fields }) =>
    fields.map((field): [string, FigureDraft] => {
      const figure = field.read(card);
      return [field.key, figureDraft(figure?.values ?? blanks(field), figure?.source ?? null)];
    }),
  );
  const toggles = section.groups.flatMap(({ key, toggle }): [string, boolean][] =>
    toggle ? [[key, toggle.read(card)]] : [],
  );
  return { figures: new Map(figures), toggles: new Map(toggles) };
}

/** The rate card that a draft of a section says, as `readFiguresDraft`. */
export function readRateDraft(draft: RateDraft, section: RateSection, card: RateCard): FiguresRead<RateCard> {
  return readFiguresDraft(draft, { section, card, problemsOf: rateProblems });
}

/** What a draft comes to. */
export interface FiguresRead<Card> {
  readonly card: Card | null;
  readonly problems: ReadonlyMap<string, string>;
}

/**
 * The card that a draft of a section says; null with what is wrong, by a field's key and input
 * ("items.poundsPerChamber.1"), where it says none.
 */
export function readFiguresDraft<Card>(
  draft: RateDraft,
  {
    section,
    card,
    problemsOf,
  }: {
    readonly section: FiguresSection<Card>;
    readonly card: Card;
    readonly problemsOf: (card: Card) => readonly RateProblem[];
  },
): FiguresRead<Card> {
  const problems = new Map<string, string>();
  let edited = card;
  for (const group of section.groups) {
    const isOn = group.toggle ? (draft.toggles.get(group.key) ?? true) : true;
    if (group.toggle) edited = group.toggle.write(edited, isOn);
    if (!isOn && !group.toggle?.keepsFigures) continue;
    for (const field of group.fields) {
      const figure = draft.figures.get(field.key);
      if (!figure) continue;
      const read = readFigure(figure, field.inputs, field.read(card)?.values ?? blanks(field));
      // A figure that the card lacked is blank at first, and blank is no figure.
      const values = read.values.map((value, i) => {
        const problem = read.problems[i] ?? (value === null ? 'Write a number.' : null);
        if (problem) problems.set(`${field.key}.${i}`, `${field.label}: ${problem}`);
        return value;
      });
      edited = field.write(edited, { values, source: figure.source });
    }
  }
  if (problems.size === 0)
    for (const { place, text } of problemsOf(edited)) problems.set(inputOf(place), text);
  return { card: problems.size === 0 ? edited : null, problems };
}

/** A problem as it stands beside its field: without the name of the field. */
export function problemBeside(text: string | undefined): string | null {
  if (text === undefined) return null;
  const words = text.slice(text.indexOf(': ') + 2);
  return capitalised(words);
}

function blanks({ inputs }: Pick<RateField, 'inputs'>): null[] {
  return inputs.map(() => null);
}

/** "items.poundsPerChamber.mid" is input 1 of its field; what is wrong with a source stands at the first. */
function inputOf(place: string): string {
  const level = /\.(low|mid|high)$/.exec(place)?.[1];
  if (level) return place.replace(/\w+$/, String(['low', 'mid', 'high'].indexOf(level)));
  return `${place.replace(/\.source\.\w+$/, '')}.0`;
}
