/**
 * Formulas that differ in their numbers alone, said once: "Rooftop radio | dig: 40 % of the 205 | 325 served." `texts`: each
 * with the answers that it is of.
 */
export function onceForAll(
  texts: readonly (readonly [string, readonly string[]])[],
): { readonly text: string; readonly kinds: string }[] {
  const alike = new Map<string, (readonly [string, readonly string[]])[]>();
  for (const one of texts) {
    const shape = one[0].replace(NUMBER, '#');
    alike.set(shape, [...(alike.get(shape) ?? []), one]);
  }
  return [...alike.values()].map((group) => {
    const numbers = group.map(([text]) => text.match(NUMBER) ?? []);
    let at = -1;
    const text = group[0][0].replace(NUMBER, () => {
      at++;
      const each = numbers.map((list) => list[at]);
      return new Set(each).size === 1 ? each[0] : each.join(' | ');
    });
    return { text, kinds: group.map(([, kinds]) => kinds.join(', ')).join(' | ') };
  });
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/g;
