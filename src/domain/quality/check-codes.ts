import { premisesCell } from '../premises/premises-table.ts';
import { profileColumn } from '../tables/column-profile.ts';
import { idKey } from '../tables/id-key.ts';
import { counted } from '../tables/issue-collector.ts';
import type { QualityCheck, QualityInput } from './quality-input.ts';
import type { QualityNote } from './quality-note.ts';
import { evenly, rowPlaces } from './row-places.ts';

/** Codes of another vintage and postcodes no longer in use, as the count noticed them; and where the former are. */
export const checkCodes: QualityCheck = function* (input) {
  const { placed } = input;
  if (!placed) return [];
  yield { what: 'Looking at area codes', fraction: 0 };
  return placed.notes.flatMap(({ kind, text, count, layerId }): QualityNote[] => {
    const shared = { count, of: placed.premises.count, contentIds: [placed.dataset.contentId] };
    if (kind === 'vintage') {
      const rows = layerId === null ? rowsOfOtherWards(input) : [];
      return [
        {
          ...shared,
          kind: 'other-vintage',
          text,
          effect:
            layerId === null
              ? `Counts go by place, so nothing is moved: by its code, ${counted(count, 'row')} would count in no loaded ward.`
              : `What does not match is not known: ${counted(count, 'row')}.`,
          places: rowPlaces(placed.premises, evenly(rows)),
        },
      ];
    }
    if (kind !== 'terminated-postcodes') return [];
    return [
      {
        ...shared,
        kind: 'terminated',
        text,
        effect: placed.dataset.liveList
          ? `They are in no count: ${counted(count, 'postcode')} fewer than the file has.`
          : `They are counted: up to ${counted(count, 'postcode')} too many.`,
        places: [],
      },
    ];
  });
};

/** Rows in a loaded ward whose own ward code no loaded ward has. */
function rowsOfOtherWards({ placed, wards }: QualityInput): number[] {
  if (!placed || !wards) return [];
  const { premises, membership } = placed;
  const column = premises.columns.find((candidate) => profileColumn(candidate).areaKind === 'ward');
  if (!column) return [];
  const known = new Set(wards.areas.codes.map(idKey));
  const rows: number[] = [];
  for (let row = 0; row < premises.count; row++) {
    if (membership.wardOf[row] < 0) continue;
    const code = idKey(premisesCell(premises, column, row));
    if (code !== '' && !known.has(code)) rows.push(row);
  }
  return rows;
}
