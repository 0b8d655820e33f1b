/**
 * Sentences in fewer words: of a line, `common` holds for all its designs and `formulas` say the rest of each; `shared` are
 * long sentences that hold for all designs of several lines, and stand in none of these.
 */
export function sharedSentences(lines: readonly DefinedLine[]): {
  readonly lines: readonly (DefinedLine & { readonly common: string })[];
  readonly shared: readonly { readonly sentence: string; readonly labels: readonly string[] }[];
} {
  const split = lines.map((line) => {
    const each = line.formulas.map(({ text }) => text.split(BETWEEN_SENTENCES));
    const common = (each[0] ?? []).filter((sentence) => each.every((list) => list.includes(sentence)));
    return { ...line, each, common };
  });
  const labelsOf = new Map<string, string[]>();
  for (const { label, common } of split)
    for (const sentence of common)
      if (sentence.length >= LONG) labelsOf.set(sentence, [...(labelsOf.get(sentence) ?? []), label]);
  const isShared = (sentence: string): boolean => (labelsOf.get(sentence)?.length ?? 0) > 1;
  // Sentences that hold for the same lines stand together.
  const byLabels = new Map<string, { readonly labels: readonly string[]; readonly sentences: string[] }>();
  for (const [sentence, labels] of labelsOf) {
    if (!isShared(sentence)) continue;
    const known = byLabels.get(labels.join('\n')) ?? { labels, sentences: [] };
    byLabels.set(labels.join('\n'), known);
    known.sentences.push(sentence);
  }
  return {
    lines: split.map(({ label, meaning, formulas, each, common }) => ({
      label,
      meaning,
      common: common.filter((sentence) => !isShared(sentence)).join(' '),
      formulas: formulas
        .map(({ kinds }, i) => ({
          kinds,
          text: each[i].filter((sentence) => !common.includes(sentence)).join(' '),
        }))
        .filter(({ text }) => text !== ''),
    })),
    shared: [...byLabels.values()].map(({ labels, sentences }) => ({
      labels,
      sentence: sentences.join(' '),
    })),
  };
}

interface DefinedLine {
  readonly label: string;
  readonly meaning: string;
  readonly formulas: readonly { readonly text: string; readonly kinds: string }[];
}

/** Characters from which on a sentence is worth saying elsewhere. */
const LONG = 30;
const BETWEEN_SENTENCES = /(?<=[.!?]) (?=\p{Lu})/u;
