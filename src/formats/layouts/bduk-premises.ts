import { counted } from '../../domain/tables/issue-collector.ts';
import type { KnownLayout } from './known-layout.ts';
import { BDUK } from './publications.ts';

/**
 * BDUK premises files: one row per UPRN, without coordinates. `current_gigabit` is availability today, `future_gigabit`
 * a plan, `subsidy_control_status` a class of subsidy law that says nothing of availability. Blank is not known.
 */
export const bdukPremises: KnownLayout = {
  id: 'bduk-premises',
  label: 'BDUK premises',
  publication: BDUK,
  matches: (look) =>
    look.has('uprn', 'current_gigabit') &&
    look.count(
      'subsidy_control_status',
      'struprn',
      'future_gigabit',
      'bduk_recognised_premises',
      'bduk_gis',
    ) >= 2,
  suggest: (look) => {
    const current = look.named('current_gigabit');
    const future = look.named('future_gigabit');
    const statusColumn = look.named('subsidy_control_status');
    const flag = {
      shape: 'records',
      operator: null,
      confidence: null,
      measure: null,
      atLeast: null,
    } as const;
    const id = look.named('uprn')?.name;
    return {
      role: 'records',
      codeKind: 'UPRN',
      roles: { id },
      layers: [
        {
          ...flag,
          technology: 'gigabit',
          column: current?.name ?? null,
          definition:
            'gigabit-capable today by the records of Building Digital UK (current_gigabit); blank is not known',
        },
        ...(future
          ? [
              {
                ...flag,
                technology: 'gigabit-planned',
                column: future.name,
                definition:
                  'gigabit planned by a supplier or contract (future_gigabit): a plan, not availability',
                offered: true,
              },
            ]
          : []),
      ],
      notes: [
        ...(statusColumn
          ? [
              {
                code: 'CODED_VALUE',
                outcome: 'note',
                message: `"${statusColumn.name}" is a subsidy class, not availability: kept as a column. Availability comes from "${current?.name}".`,
                count: look.table.rows,
                examples: [...statusColumn.texts].slice(0, 5),
              } as const,
            ]
          : []),
      ],
      why: `BDUK premises: ${counted(look.table.rows, 'UPRN')} without coordinates, with "${current?.name}": joined to your premises.`,
      alternatives: ['table'],
    };
  },
};
