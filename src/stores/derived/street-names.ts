import type { DigGround } from '../../domain/dig/dig-ground.ts';
import { rememberLast } from './remember-last.ts';
import { sharedNames, streetLabel } from './street-label.ts';

/** Most names that a list to choose from holds. */
const MOST_NAMES = 3_000;

/** Names of the streets, each once, in order; those without one by their id are found too, but not listed. */
export const streetNames = rememberLast(({ streets }: DigGround): readonly string[] =>
  labelsOf(streets)
    .flatMap(({ street, label }) => (street.name === null ? [] : label))
    .sort((one, other) => NAMES.compare(one, other))
    .slice(0, MOST_NAMES),
);

/** Id of the street that a text names: by name in any case, else by id; of several, the longest. null: none. */
export function streetNamed({ streets }: Pick<DigGround, 'streets'>, text: string): string | null {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return null;
  const labels = labelsOf(streets);
  const isIt = ({ id, name }: Named, label: string): boolean =>
    [id, name, label].some((one) => one?.toLowerCase() === wanted);
  // An id or a label is of one street; a name can be of several.
  const exact = labels.filter(({ street, label }) =>
    [street.id, label].some((one) => one.toLowerCase() === wanted),
  );
  if (exact.length === 1) return exact[0].street.id;
  const named = labels.filter(({ street, label }) => isIt(street, label)).map(({ street }) => street);
  const begun =
    named.length > 0 ? named : streets.filter(({ name }) => name?.toLowerCase().startsWith(wanted));
  return begun.toSorted((one, other) => other.metres - one.metres)[0]?.id ?? null;
}

type Named = DigGround['streets'][number];

/** Streets with what lists name them. */
function labelsOf(streets: DigGround['streets']) {
  const shared = sharedNames(streets);
  return streets.map((street) => ({ street, label: streetLabel(street, shared.has(street.name ?? '')) }));
}

const NAMES = new Intl.Collator('en-GB', { numeric: true });
