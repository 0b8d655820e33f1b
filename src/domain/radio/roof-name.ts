/** What the files say of a roof that no list names; '' and null: nothing. */
export interface RoofFacts {
  /** What its building is called. */
  readonly name: string;
  /** Of the premises in it, in any order. */
  readonly addresses: readonly string[];
  /** The named street nearest to its outline. */
  readonly street: { readonly name: string; readonly metres: number } | null;
  /** Of the premises nearest to it. */
  readonly postcode: string;
  readonly ward: string;
  /** What the building is looked up by: "3485". */
  readonly identifier: string;
}

/**
 * What such a roof is called wherever it is named: by its building, else by the address that all in it share, else by the
 * nearest street, postcode or ward, always with what it is looked up by: "1 High Street, building 3485", "Roof on Keats Yard,
 * building 3485".
 */
export function roofName({ name, addresses, street, postcode, ward, identifier }: RoofFacts): string {
  const building = `building ${identifier}`;
  const own = name || sharedAddress(addresses);
  if (own) return `${own}, ${building}`;
  if (street) return `Roof ${street.metres > ON_STREET_METRES ? 'near' : 'on'} ${street.name}, ${building}`;
  if (postcode) return `Roof at ${postcode}, ${building}`;
  if (ward) return `Roof in ${ward}, ${building}`;
  return `Building ${identifier}`;
}

/** A roof whose outline is farther from a street only stands near it. */
const ON_STREET_METRES = 30;

/** The one address; of several the end that all share, from the house on: "1 High Street" of its flats. '' for none. */
function sharedAddress(addresses: readonly string[]): string {
  const [first, ...others] = [...new Set(addresses)].map(partsOf).filter(({ length }) => length > 0);
  if (!first) return '';
  let shared = first;
  for (const other of others) {
    let same = 0;
    while (same < shared.length && same < other.length && shared.at(-1 - same) === other.at(-1 - same))
      same++;
    shared = shared.slice(shared.length - same);
  }
  // A street or a town is no address: what says which house it is has a number, or stands before them.
  return others.length === 0 || /\d/.test(shared[0] ?? '') || shared.length > 1 ? shared.join(', ') : '';
}

function partsOf(address: string): string[] {
  return address
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}
