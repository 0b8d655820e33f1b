import type { DigGround } from '../../domain/dig/dig-ground.ts';
import { rememberLast } from './remember-last.ts';

/** Most names that a list to choose from holds. */
const MOST_NAMES = 3_000;

/** Names of the streets, each once, in order; those without one by their id are found too, but not listed. */
export const streetNames = rememberLast(({ streets }: DigGround): readonly string[] =>
  [...new Set(streets.flatMap(({ name }) => name ?? []))]
    .sort((one, other) => NAMES.compare(one, other))
    .slice(0, MOST_NAMES),
);

/** Id of the street that a text names: by name in any case, else by id; of several, the longest. null: none. */
export function streetNamed({ streets }: Pick<DigGround, 'streets'>, text: string): string | null {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return null;
  const named = streets.filter(
    ({ id, name }) => name?.toLowerCase() === wanted || id.toLowerCase() === wanted,
  );
  const begun =
    named.length > 0 ? named : streets.filter(({ name }) => name?.toLowerCase().startsWith(wanted));
  return begun.toSorted((one, other) => other.metres - one.metres)[0]?.id ?? null;
}

const NAMES = new Intl.Collator('en-GB', { numeric: true });
