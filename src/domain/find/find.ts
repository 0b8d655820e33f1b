import { capitalised } from '../capitalised.ts';
import { areaKindOf } from '../geo/gss-code.ts';
import { readPostcode } from '../geo/postcode.ts';
import { premisesCell } from '../premises/premises-table.ts';
import { counted } from '../tables/issue-collector.ts';
import { findAddresses } from './find-addresses.ts';
import { rowsOfId, rowsOfIdStart } from './find-ids.ts';
import type { FindIndex } from './find-index.ts';
import { findNames } from './find-names.ts';
import { findPlace } from './find-places.ts';
import { hasPostcodes, postcodeResult, postcodesLike, postcodesStarting } from './find-postcodes.ts';
import type { FindAnswer, FindResult } from './find-result.ts';
import { rowsOfKey } from './key-index.ts';
import { postcodeNumber } from './postcode-number.ts';
import { addressOf, postcodeOf, titleOf } from './premises-words.ts';
import { whereOf } from './rows-words.ts';

/** Longer queries are cut: nothing has so long a name. */
const LONGEST_QUERY = 200;

/** Areas and places listed: streets of one name are many. */
const MOST_NAMES = 4;

/** Results listed of every other kind. */
const MOST_OF_A_KIND = 8;

/**
 * What a query means in the loaded data: coordinate, postcode or a part of one, UPRN or other id, grid reference, else
 * wards, areas, places and addresses by name. Says what it was taken for, and where that is wrong or not loaded, why and
 * what comes nearest. Never throws for any text. Needs loadGrid for grid references.
 */
export function find(index: FindIndex, asked: string): FindAnswer {
  const query = asked.trim().replace(/\s+/g, ' ').slice(0, LONGEST_QUERY);
  if (query === '') return { query, understood: '', problem: '', results: [], total: 0 };
  return (
    asAreaCode(index, query) ??
    asPostcode(index, query) ??
    asPostcodeStart(index, query) ??
    asId(index, query) ??
    asPlace(index, query) ??
    asText(index, query)
  );
}

/** A GSS code: as letters and digits it could be an Irish grid reference. */
function asAreaCode(index: FindIndex, query: string): FindAnswer | null {
  if (areaKindOf(query) === null) return null;
  const named = asText(index, query);
  return named.total > 0 ? named : null;
}

function asPostcode(index: FindIndex, query: string): FindAnswer | null {
  const reading = readPostcode(query);
  if (!reading.ok) return null;
  const { postcode } = reading;
  const found = postcodeResult(index, postcodeNumber(postcode));
  if (found) return answer(query, `Postcode ${postcode}.`, [found]);
  // "E1 2AB" is a postcode and nothing else; an id may have its form.
  const ids = rowsOfId(index, query);
  if (ids.length > 0) return null;
  const near = postcodesLike(index, postcode, MOST_OF_A_KIND);
  const problem = hasPostcodes(index)
    ? `${postcode} has the form of a postcode but is not in the loaded premises. ${near.length > 0 ? 'The nearest by code:' : ''}`
    : `${postcode} is a postcode, but ${index.words.premises.count === 0 ? 'no premises are loaded yet' : 'the loaded premises have none'}. Drop in postcodes with coordinates, such as Code-Point Open.`;
  return answer(query, `Postcode ${postcode}.`, near, { problem: problem.trim() });
}

/** "M15", "M15 4", "M15 4A"; where the data has none, something else may be meant. */
function asPostcodeStart(index: FindIndex, query: string): FindAnswer | null {
  const compact = query.replaceAll(' ', '').toUpperCase();
  const given = /^([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]?)$/i.exec(query.toUpperCase());
  const starts = [
    ...(/^[A-Z]{1,2}\d[A-Z\d]?$/.test(compact) ? [{ outward: compact, inward: '' }] : []),
    ...(given ? [{ outward: given[1], inward: given[2] }] : []),
  ];
  for (const start of starts) {
    const { results, total } = postcodesStarting(index, start, MOST_OF_A_KIND);
    if (total === 0) continue;
    const what =
      start.inward === ''
        ? 'Postcode district'
        : start.inward.length === 1
          ? 'Postcode sector'
          : 'Postcodes starting';
    const words = `${what} ${`${start.outward} ${start.inward}`.trim()}: ${counted(total, 'postcode')}.`;
    return answer(query, words, results, { total });
  }
  return null;
}

function asId(index: FindIndex, query: string): FindAnswer | null {
  const { idLabel } = index.words;
  const rows = rowsOfId(index, query);
  if (rows.length > 0)
    return answer(
      query,
      `${capitalised(idLabel)} ${query}.`,
      rows.map((row) => premisesResult(index, row)),
    );
  if (!/^\d+$/.test(query) || query.length < SHORTEST_ID) return null;
  const begun = rowsOfIdStart(index, query, MOST_OF_A_KIND);
  const results = begun.rows.map((row) => premisesResult(index, row));
  if (begun.total > 0)
    return answer(
      query,
      `${idLabel} starting ${query}: ${counted(begun.total, 'match', 'matches')}.`,
      results,
      {
        total: begun.total,
      },
    );
  const named = asText(index, query);
  if (named.total > 0) return named;
  const problem =
    query.length > 12
      ? `${query.slice(0, 24)} is too long for a UPRN, which has up to 12 digits.`
      : `No loaded premises has the ${idLabel} ${query}.`;
  return answer(query, `${idLabel} ${query.slice(0, 24)}.`, [], { problem });
}

const SHORTEST_ID = 5;
const SHORTEST_NAME = 3;

function asPlace(index: FindIndex, query: string): FindAnswer | null {
  // "M22" is a square of the Irish Grid too, and hardly ever meant so.
  const postcode = readPostcode(query);
  if (!postcode.ok && postcode.kind === 'outward' && hasPostcodes(index)) return null;
  const place = findPlace(index, query);
  if (place?.kind === 'place') return answer(query, place.understood, [place.result]);
  if (place === null) return null;
  const named = asText(index, query);
  return named.total > 0 || isMeantAsPostcode(query)
    ? null
    : answer(query, 'A coordinate.', [], { problem: place.reason });
}

function asText(index: FindIndex, query: string): FindAnswer {
  const { areas, places, areasTotal, placesTotal } = findNames(index, query, MOST_NAMES);
  const tail = /^(.*\S)[\s,]+([A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2})$/i.exec(query);
  const key = tail ? postcodeNumber(tail[2]) : Number.NaN;
  const within =
    tail && index.postcodes && !Number.isNaN(key) ? [...rowsOfKey(index.postcodes, key)] : undefined;
  const found = findAddresses(index, within && tail ? tail[1] : query, { most: MOST_OF_A_KIND, within });
  const total = areasTotal + placesTotal + found.total;
  if (total === 0) return notFound(index, query);
  const counts = [
    areasTotal > 0 ? counted(areasTotal, areas.every((area) => area.kind === 'ward') ? 'ward' : 'area') : '',
    placesTotal > 0 ? counted(placesTotal, 'place') : '',
    found.total > 0 ? counted(found.total, 'address', 'addresses') : '',
  ].filter(Boolean);
  const results = [...areas, ...places, ...found.rows.map((row) => premisesResult(index, row))];
  return answer(query, `${list(counts)} ${total === 1 ? 'matches' : 'match'}.`, results, { total });
}

function notFound(index: FindIndex, query: string): FindAnswer {
  // Whoever has typed a letter or two is not wrong yet.
  if (query.length < SHORTEST_NAME) return answer(query, 'Type a little more.', []);
  const shown = query.length > 40 ? `${query.slice(0, 40)}…` : query;
  const reading = readPostcode(query);
  if (!reading.ok && isMeantAsPostcode(query)) {
    const near = hasPostcodes(index) ? postcodesLike(index, reading.suggestion ?? query, MOST_OF_A_KIND) : [];
    const lives = near.length > 0 ? ' The nearest in the loaded premises:' : '';
    const problem =
      reading.kind === 'outward'
        ? `No loaded premises has a postcode that starts with ${query.toUpperCase()}.${lives}`
        : `${reading.reason}${lives}`;
    return answer(query, 'A postcode.', near, { problem });
  }
  const addresses = index.addresses
    ? ''
    : index.words.premises.count === 0
      ? ' No premises are loaded yet.'
      : ' The loaded premises have no addresses to search.';
  return answer(query, '', [], {
    problem: `Nothing loaded is called “${shown}”.${addresses} Try a ward, a postcode, a UPRN, or a place such as 53.46, -2.26.`,
  });
}

function isMeantAsPostcode(query: string): boolean {
  const reading = readPostcode(query);
  return !reading.ok && reading.kind !== 'none';
}

/** One premises row as a result. */
export function premisesResult(index: FindIndex, row: number): FindResult {
  const { words } = index;
  const { premises } = words;
  const hasAddress = addressOf(words, row) !== '';
  const id =
    words.hasIds && hasAddress ? `${words.idLabel} ${premisesCell(premises, premises.ids, row).trim()}` : '';
  const postcode = words.postcodeColumn === premises.ids ? '' : postcodeOf(words, row);
  return {
    kind: 'premises',
    title: titleOf(words, row),
    detail: [postcode, whereOf(index, row), id].filter(Boolean).join(', '),
    lon: premises.lon[row],
    lat: premises.lat[row],
    box: null,
    wardCode: null,
    rows: [row],
    asked: null,
  };
}

function answer(
  query: string,
  understood: string,
  results: readonly FindResult[],
  more: { readonly problem?: string; readonly total?: number } = {},
): FindAnswer {
  return {
    query,
    understood: capitalised(understood),
    problem: more.problem ?? '',
    results,
    total: more.total ?? results.length,
  };
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
