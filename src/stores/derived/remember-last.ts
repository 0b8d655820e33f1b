/** `make`, asked again with the very same arguments, gives the very same result. Keeps the last result only. */
export function rememberLast<Arguments extends readonly unknown[], Result>(
  make: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  let last: { readonly given: Arguments; readonly result: Result } | null = null;
  return (...given) => {
    const same = last !== null && given.every((value, i) => Object.is(value, last?.given[i]));
    if (!same) last = { given, result: make(...given) };
    return (last as { readonly result: Result }).result;
  };
}
