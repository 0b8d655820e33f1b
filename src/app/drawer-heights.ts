import { useEffect, useState } from 'react';
import { DATA_TABLE_PIXELS } from '../ui/data-table-pixels.ts';

/** Most that the table may take of the window, in pixels of whole rows. */
export function useMostHeight(): number {
  const [most, setMost] = useState(mostHeight);
  useEffect(() => {
    const onResize = (): void => setMost(mostHeight());
    addEventListener('resize', onResize);
    return () => removeEventListener('resize', onResize);
  }, []);
  return most;
}

/** The map comes first: where the window is low, the table starts with fewer wards. */
export function startHeight(): number {
  return heightOf(innerHeight < 900 ? 4 : 6);
}

/** The nearest height, in pixels, at which no ward is cut. */
export function wholeRows(height: number): number {
  return heightOf(Math.round((height - heightOf(0)) / DATA_TABLE_PIXELS.row));
}

/** Of one ward, in pixels. */
export const LEAST_HEIGHT = heightOf(1);

/** Height in pixels that shows so many wards between the head and the two lines of totals. */
function heightOf(wards: number): number {
  return DATA_TABLE_PIXELS.head + (wards + 2) * DATA_TABLE_PIXELS.row;
}

function mostHeight(): number {
  const rows = Math.floor((innerHeight * 0.7 - heightOf(0)) / DATA_TABLE_PIXELS.row);
  return heightOf(Math.max(1, rows));
}
