import { useState } from 'react';
import type { Outcome, OutcomeCounts, PlaceOutcomes } from '../../domain/releases/comparison.ts';
import { capitalised } from '../../stores/derived/capitalised.ts';
import { cellCount, OUTCOME_LABELS, type PlaceLine, placeLines } from '../../stores/derived/release-text.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';

export interface ReleaseTableProps {
  /** "ward", "street", "postcode sector" */
  readonly what: string;
  readonly places: readonly PlaceOutcomes[];
  readonly totals: OutcomeCounts;
}

/** Outcomes by place, with their sum; only outcomes that occur have a column. */
export function ReleaseTable({ what, places, totals }: ReleaseTableProps) {
  const [sort, setSort] = useState({ column: 'changed', descending: true });
  const [selected, setSelected] = useState<string | null>(null);
  const rows = placeLines(places, sort);
  const outcomes = (Object.keys(OUTCOME_LABELS) as Outcome[]).filter((outcome) => totals[outcome] > 0);
  const columns: Column[] = [
    { key: 'name', header: capitalised(what), sortable: true, width: '11rem' },
    ...outcomes.map((outcome) => ({
      key: outcome,
      header: OUTCOME_LABELS[outcome],
      numeric: true,
      sortable: true,
      width: '7rem',
    })),
  ];
  const total: PlaceLine = { key: 'total', name: 'Total', counts: totals, changed: 0 };
  return (
    <div className="release-table">
      <DataTable
        caption={`Changes by ${what}`}
        columns={columns}
        rows={rows}
        foot={[total]}
        rowKey={(row) => row.key}
        cell={(row, column) => (column === 'name' ? row.name : cellCount(row.counts[column as Outcome]))}
        sort={sort}
        onSort={(column) =>
          setSort({ column, descending: sort.column === column ? !sort.descending : column !== 'name' })
        }
        selected={selected}
        hovered={null}
        onSelect={setSelected}
        onHover={() => undefined}
      />
    </div>
  );
}
