/** Numbers of the text after some words, in order: "a − b = c" gives three. Thousands separators and true minuses are read. */
export function numbersAfter(text: string, words: string): number[] {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`No "${words}" in: ${text}`);
  const [sentence] = text.slice(at + words.length).split(/\.(?:\s|$)/);
  return [...sentence.matchAll(/(?:(?<![\d)] )−)?\d[\d,]*(?:\.\d+)?/g)].map(([number]) =>
    Number(number.replaceAll(',', '').replace('−', '-')),
  );
}
