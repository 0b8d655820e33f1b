/** What a nine-character GSS code names. */
export type AreaKind =
  | 'country'
  | 'region'
  | 'authority'
  | 'ward'
  | 'output area'
  | 'LSOA'
  | 'MSOA'
  | 'other area';

/**
 * The kind of area that `code` names by its entity prefix, or null where it is no GSS code.
 * Source: ONS Register of Geographic Codes. Scottish data zones and Northern Irish super data zones count as LSOA.
 */
export function areaKindOf(code: string): AreaKind | null {
  if (!GSS_CODE.test(code)) return null;
  return KIND_BY_PREFIX.get(code.slice(0, 3).toUpperCase()) ?? 'other area';
}

/** True where `text` has the form of a UK postcode, in any case, with or without its space. Form only, not existence. */
export function isPostcode(text: string): boolean {
  return POSTCODE.test(text.trim());
}

const GSS_CODE = /^[EWSNKLJ]\d{8}$/i;
const POSTCODE = /^(?:[A-Z]{1,2}\d[A-Z\d]?|GIR) {0,3}\d[ABD-HJLNP-UW-Z]{2}$/i;
const KIND_BY_PREFIX = new Map<string, AreaKind>([
  ['E92', 'country'],
  ['W92', 'country'],
  ['S92', 'country'],
  ['N92', 'country'],
  ['E12', 'region'],
  ['E06', 'authority'],
  ['E07', 'authority'],
  ['E08', 'authority'],
  ['E09', 'authority'],
  ['E10', 'authority'],
  ['W06', 'authority'],
  ['S12', 'authority'],
  ['N09', 'authority'],
  ['E05', 'ward'],
  ['E36', 'ward'],
  ['W05', 'ward'],
  ['W40', 'ward'],
  ['S13', 'ward'],
  ['N08', 'ward'],
  ['N10', 'ward'],
  ['E00', 'output area'],
  ['W00', 'output area'],
  ['S00', 'output area'],
  ['N00', 'output area'],
  ['E01', 'LSOA'],
  ['W01', 'LSOA'],
  ['S01', 'LSOA'],
  ['N21', 'LSOA'],
  ['E02', 'MSOA'],
  ['W02', 'MSOA'],
  ['S02', 'MSOA'],
]);
