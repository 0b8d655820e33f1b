/**
 * What belongs to a sum or a difference and is not known, by name: it is in none of low, mid and high, so that the truth lies
 * above them by the one list, and below them by the other.
 */
export interface Lacks {
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/** Three figures, and what is in none of them. */
export type Lacking<Of> = Of & { readonly lacks?: Lacks };

/** A range with what it lacks; the same one where it lacks nothing. */
export function withLacks<Of extends object>(
  of: Of,
  above: readonly string[],
  below: readonly string[] = [],
): Lacking<Of> {
  return above.length + below.length === 0 ? of : { ...of, lacks: { above, below } };
}

/** What a difference lacks: what both of its sides lack is the same on both, and lacks no more. */
export function lacksOfDifference(one: Lacks | undefined, less: Lacks | undefined): Lacks {
  const without = (all: readonly string[] = [], gone: readonly string[] = []): string[] =>
    all.filter((name) => !gone.includes(name));
  return {
    above: [...without(one?.above, less?.above), ...without(less?.below, one?.below)],
    below: [...without(one?.below, less?.below), ...without(less?.above, one?.above)],
  };
}

/** "at least £412,300", "at most £300", "£412,300, in part not known". `isTurned`: less than nothing, written as how much less. */
export function lackWords(text: string, lacks: Lacks | undefined, isTurned = false): string {
  const [up, down] = [(lacks?.above.length ?? 0) > 0, (lacks?.below.length ?? 0) > 0];
  if (!up && !down) return text;
  // "at least under £1" would say nothing.
  if ((up && down) || text.startsWith('under ')) return `${text}, in part not known`;
  return up === isTurned ? `at most ${text}` : `at least ${text}`;
}

/** Whether what is lacking may turn round a difference that is above (or below) nothing. */
export function mayTurn(difference: number, lacks: Lacks | undefined): boolean {
  const against = difference > 0 ? lacks?.below : lacks?.above;
  return (against?.length ?? 0) > 0;
}
