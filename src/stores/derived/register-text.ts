import type { RegisterLine, RegisterPart, RegisterSection } from './register-sections.ts';

/** What of a register is asked to be seen. */
export interface RegisterFilter {
  /** Every word of it must stand in a line: label, meaning, title, figure or source. */
  readonly words: string;
  /** null: all. */
  readonly part: RegisterPart | null;
  readonly onlyAssumed: boolean;
}

/** "80 of 120 figures are assumed: nobody sourced them." What is chosen, or not known, is no figure. */
export function registerHeadline(sections: readonly RegisterSection[]): string {
  const figures = sections
    .flatMap(({ lines }) => lines)
    .filter(({ standing }) => standing === 'sourced' || standing === 'assumed');
  const assumed = figures.filter(({ standing }) => standing === 'assumed').length;
  return assumed === 0
    ? `All ${figures.length} figures have a source.`
    : `${assumed} of ${figures.length} figures are assumed: nobody sourced them.`;
}

/** Sections with the lines that are asked for; those without any are left out. */
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
    .map((section) => ({ ...section, lines: section.lines.filter((line) => isWanted(section, line)) }))
    .filter(({ lines }) => lines.length > 0);
}
