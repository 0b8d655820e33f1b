import { cellCount, cellText, type TextColumn } from '../tables/text-column.ts';
import { areaKindOf, isPostcode } from './gss-code.ts';

/** Cells looked at in each column, spread over it, and the share of postcodes and area codes that must be Northern Irish. */
const SAMPLE = 200;
const MOST = 0.95;

/** True where the postcodes and area codes among the cells are those of Northern Ireland (BT…, N0…, N1…, N2…). */
export function isNorthernIrish(columns: readonly TextColumn[]): boolean {
  let codes = 0;
  let northernIrish = 0;
  for (const column of columns) {
    const count = cellCount(column);
    const step = Math.max(1, Math.floor(count / SAMPLE));
    for (let row = 0; row < count; row += step) {
      const text = cellText(column, row).trim().toUpperCase();
      if (text.length > 10 || !(areaKindOf(text) || isPostcode(text))) continue;
      codes++;
      if (/^(?:BT\d|N\d{8}$)/.test(text)) northernIrish++;
    }
  }
  return codes > 0 && northernIrish >= MOST * codes;
}
