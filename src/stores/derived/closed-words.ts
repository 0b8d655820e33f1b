import type { ClosedBefore, DigResult } from '../../domain/dig/dig-design.ts';
import { dateWords } from '../../domain/project/date-words.ts';

/** "High Street, protected until 31 March 2030" */
export function closedStreetWords({ street, streetName, until }: ClosedBefore): string {
  return `${streetName ?? street}, ${until === null ? 'closed without an end that is known' : `protected until ${dateWords(until)}`}`;
}

/** By street, how many units are not served because it is closed. */
export function unservedBehind({ missed }: Pick<DigResult, 'missed'>): ReadonlyMap<string, number> {
  const units = new Map<string, number>();
  for (const place of missed)
    if (place.behind) units.set(place.behind.street, place.units + (units.get(place.behind.street) ?? 0));
  return units;
}
