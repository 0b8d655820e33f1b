import type { ComparedPlans, ServedHow } from '../../domain/evaluation/compared-plans.ts';
import { count } from '../../domain/not-spots/headline.ts';
import { numberOf } from './count-text.ts';
import { type ChangedPlace, planChanges } from './plan-changes.ts';
import { CHANGE_LOOKS, CHANGES } from './plan-looks.ts';
import { placeName } from './plan-place-words.ts';
import { rememberLast } from './remember-last.ts';
import { type SortedColumn, type SortedTable, sortedTable, type TableSort } from './sorted-table.ts';
import type { TableColumn } from './table-column.ts';

/** Places of compared plans by a column; equal ones keep their order. What changes is told of the second plan. */
export const planChangesTable = rememberLast(
  (compared: ComparedPlans, sort: TableSort): SortedTable<ChangedPlace> => {
    const { places, all } = planChanges(compared, 1);
    return sortedTable(places, columnsOf(compared, places.length, all), sort);
  },
);

function columnsOf(compared: ComparedPlans, places: number, units: number): SortedColumn<ChangedPlace>[] {
  const { names, gained, lost } = compared;
  return [
    {
      column: column('place', 'Premises', 'By the id in its file', 12),
      value: placeName,
      text: placeName,
      foot: `All ${numberOf(places, 'place')}`,
    },
    {
      column: { ...column('units', 'How many', 'How many stand at this point', 7), numeric: true },
      value: ({ units: at }) => at,
      text: ({ units: at }) => count(at),
      foot: count(units),
    },
    {
      column: column('change', 'What changes', `With “${names[1]}” instead of “${names[0]}”`, 15),
      value: ({ change }) => CHANGES.indexOf(change),
      text: ({ change }) => CHANGE_LOOKS[change].label,
      foot: `${count(gained[1])} gained, ${count(lost[1])} lost`,
    },
    ...names.map((name, at): SortedColumn<ChangedPlace> => {
      const served = compared.places.reduce(
        (sum, place) => sum + (isServed(place.served[at]) ? place.units : 0),
        0,
      );
      return {
        column: column(`plan-${at}`, name, 'How what the plan chose serves it', 14),
        value: (place) => HOW_WORDS[place.served[at]],
        text: (place) => HOW_WORDS[place.served[at]],
        foot: `${count(served)} served`,
      };
    }),
  ];
}

function isServed(how: ServedHow): boolean {
  return how === 'fibre' || how === 'radio';
}

const HOW_WORDS: Readonly<Record<ServedHow, string>> = {
  fibre: 'Fibre',
  radio: 'Radio',
  none: 'Not served',
  'not asked': 'Not asked for',
};

function column(key: string, header: string, meaning: string, rem: number): TableColumn {
  return { key, header, meaning, numeric: false, sortable: true, width: `${rem}rem` };
}
