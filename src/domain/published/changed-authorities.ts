/** Authorities that were abolished or given another code on one day, and what took their place. */
export interface AuthorityChange {
  /** Last ISO day on which the codes were in force. */
  readonly until: string;
  /** What became of them, as a clause: "became part of Cumberland (E06000063) …". */
  readonly became: string;
  readonly codes: readonly string[];
}

/**
 * What became of a code, or null where it is not known to have ended. Only changes since 2018: older files are not
 * published by these codes.
 */
export function changeOfAuthority(code: string): AuthorityChange | null {
  return CHANGES.find(({ codes }) => codes.includes(code)) ?? null;
}

/** Source: ONS Code History Database and Register of Geographic Codes, geoportal.statistics.gov.uk. */
const CHANGES: readonly AuthorityChange[] = [
  change('2018-03-31', 'got the code S12000047', ['S12000015']),
  change('2018-03-31', 'got the code S12000048', ['S12000024']),
  change('2019-03-31', 'got the code S12000049', ['S12000046']),
  change('2019-03-31', 'got the code S12000050', ['S12000044']),
  change('2019-03-31', 'became part of Bournemouth, Christchurch and Poole (E06000058)', [
    'E06000028',
    'E06000029',
    'E07000048',
  ]),
  change('2019-03-31', 'became part of Dorset (E06000059)', range('E070000', 49, 53)),
  change('2019-03-31', 'became part of Somerset West and Taunton (E07000246)', range('E070001', 90, 91)),
  change('2019-03-31', 'became part of West Suffolk (E07000245)', ['E07000201', 'E07000204']),
  change('2019-03-31', 'became part of East Suffolk (E07000244)', ['E07000205', 'E07000206']),
  change('2020-03-31', 'became part of Buckinghamshire (E06000060)', range('E070000', 4, 7)),
  change('2021-03-31', 'became part of North Northamptonshire (E06000061)', [
    'E07000150',
    'E07000152',
    'E07000153',
    'E07000156',
  ]),
  change('2021-03-31', 'became part of West Northamptonshire (E06000062)', [
    'E07000151',
    'E07000154',
    'E07000155',
  ]),
  change('2023-03-31', 'became part of Cumberland (E06000063)', ['E07000026', 'E07000028', 'E07000029']),
  change('2023-03-31', 'became part of Westmorland and Furness (E06000064)', [
    'E07000027',
    'E07000030',
    'E07000031',
  ]),
  change('2023-03-31', 'became part of North Yorkshire (E06000065)', range('E070001', 63, 69)),
  change('2023-03-31', 'became part of Somerset (E06000066)', ['E07000246', ...range('E070001', 87, 89)]),
  change('2025-03-31', 'got the code E08000038', ['E08000016']),
  change('2025-03-31', 'got the code E08000039', ['E08000019']),
];

function change(until: string, became: string, codes: readonly string[]): AuthorityChange {
  return { until, became, codes };
}

function range(start: string, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => `${start}${String(from + i).padStart(2, '0')}`);
}
