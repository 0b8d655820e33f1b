import type { ComparisonRow } from '../domain/compare/comparison-row.ts';
import { FINGERPRINT_COLUMNS, fingerprintCells } from '../domain/project/fingerprints.ts';
import { writeCsv } from './csv.ts';
import type { Provenance } from './provenance-columns.ts';

/** A comparison as CSV in long form. What is not known is blank, never 0. Values have up to six decimals. */
export function comparisonCsv(rows: readonly ComparisonRow[], provenance: Provenance): string {
  const header = [
    'section',
    'code',
    'name',
    'measure',
    'date',
    'value',
    'low',
    'high',
    'unit',
    'out_of',
    'rank',
    'rank_best',
    'rank_worst',
    'remark',
    'source',
    'definition',
    'sources',
    'counted_on',
    'fictional',
    ...FINGERPRINT_COLUMNS,
  ];
  const { definition, sources, countedOn, remark, fingerprints } = provenance;
  return writeCsv(
    header,
    rows.map((row) => [
      row.section,
      row.code,
      row.name,
      row.measure,
      row.date,
      cell(row.value),
      cell(row.low),
      cell(row.high),
      row.unit,
      cell(row.outOf),
      cell(row.rank),
      cell(row.bestRank),
      cell(row.worstRank),
      row.remark,
      row.source,
      definition,
      sources,
      countedOn,
      remark,
      ...fingerprintCells(fingerprints),
    ]),
  );
}

function cell(value: number | null): number | string {
  return value === null || Number.isNaN(value) ? '' : Math.round(value * 1e6) / 1e6;
}
