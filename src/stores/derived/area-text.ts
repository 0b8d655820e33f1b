import { count, percent } from '../../domain/not-spots/headline.ts';
import { SQUARE_METRES_PER_SQUARE_KILOMETRE } from '../../domain/units.ts';

/** An area for reading: "41.3 km²", "0.42 km²"; below a hundredth of a km² in m². Nothing is 0 unless it is. */
export function areaText(squareMetres: number): string {
  const km2 = squareMetres / SQUARE_METRES_PER_SQUARE_KILOMETRE;
  if (squareMetres === 0) return '0\u00a0km²';
  if (km2 < 0.01) return squareMetres < 1 ? 'under 1\u00a0m²' : `${count(squareMetres)}\u00a0m²`;
  return `${kilometresText(squareMetres)}\u00a0km²`;
}

/** A number of km² without the unit, for columns that say it: two decimals, one from ten on, none from a thousand on. */
export function kilometresText(squareMetres: number): string {
  const km2 = squareMetres / SQUARE_METRES_PER_SQUARE_KILOMETRE;
  if (squareMetres === 0) return '0';
  if (km2 < 0.005) return 'under 0.01';
  return (km2 < 10 ? HUNDREDTHS : km2 < 1000 ? TENTHS : WHOLE).format(km2);
}

/** A part of an area: its share in percent; "–" of nothing. */
export function shareText(part: number, whole: number): string {
  return whole > 0 ? percent(part / whole) : '–';
}

const HUNDREDTHS = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const TENTHS = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
