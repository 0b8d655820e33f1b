import { inPartWords, isPartlyAssumed } from '../../domain/project/is-partly-assumed.ts';
import type { RegisterLine, RegisterPart, RegisterSection } from './register-section.ts';

/** What of a register is asked to be seen. */
export interface RegisterFilter {
  /** Every word of it must stand in a line: label, meaning, title, figure or source. */
  readonly words: string;
  /** null: all. */
  readonly part: RegisterPart | null;
  readonly onlyAssumed: boolean;
}

/**
 * "68 of 96 figures of the plan card and the rate card are assumed: nobody sourced them. Of the radios … listed here, 3 of 20."
 * The first is the same on every page and in every file, whatever plan is open. What is chosen, not known, or claimed by
 * others is no figure.
 */
export function registerHeadline(sections: readonly RegisterSection[]): string {
  const counted = (isMeant: (section: RegisterSection) => boolean) => {
    const figures = sections
      .filter(isMeant)
      .flatMap(({ lines }) => lines)
      .filter(({ standing }) => standing === 'sourced' || standing === 'assumed');
    return { all: figures.length, assumed: figures.filter(({ standing }) => standing === 'assumed').length };
  };
  const isOfCards = ({ part, edit }: RegisterSection) =>
    (part === 'plans' || part === 'rates') && edit.kind !== 'claims';
  const cards = counted(isOfCards);
  const others = counted(({ part }) => part !== 'plans' && part !== 'rates');
  const first =
    cards.assumed === 0
      ? `All ${cards.all} figures of the plan card and the rate card have a source.`
      : `${cards.assumed} of ${cards.all} figures of the plan card and the rate card are assumed: nobody sourced them.`;
  const partly = sections
    .filter(isOfCards)
    .flatMap(({ lines }) => lines.filter(({ source }) => source !== null && isPartlyAssumed(source))).length;
  const inPart = partly === 0 ? '' : ` ${inPartWords(partly)}`;
  return others.all === 0
    ? `${first}${inPart}`
    : `${first}${inPart} Of the radios, links and pulled levers listed here, ${others.assumed} of ${others.all}.`;
}

/** Sections with the lines that are asked for; those without any are left out, those with all of theirs are the same. */
export function filteredRegister(
  sections: readonly RegisterSection[],
  { words, part, onlyAssumed }: RegisterFilter,
): readonly RegisterSection[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const isWanted = ({ title }: RegisterSection, line: RegisterLine): boolean => {
    if (onlyAssumed && line.standing !== 'assumed') return false;
    const { label, meaning, value, source, standing } = line;
    const text = [title, label, meaning, value, standing, source?.title ?? '', source?.details ?? '']
      .join(' ')
      .toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
  return sections
    .filter((section) => part === null || section.part === part)
    .map((section) => {
      const lines = section.lines.filter((line) => isWanted(section, line));
      return lines.length === section.lines.length ? section : { ...section, lines };
    })
    .filter(({ lines }) => lines.length > 0);
}
