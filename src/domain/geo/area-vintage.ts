/** What a column of codes says of itself: WD20CD is wards of 2020. */
export interface ColumnVintage {
  /** "WD", "LAD", "OA" … in capitals. */
  readonly kind: string;
  readonly year: number;
}

/**
 * The vintage that a column's name states: wd22cd, WD20CD, lad22nm, oa11, LSOA21CD, ward_2023. Null where it states
 * none. Two digits are a year of this century, up to 2050.
 */
export function vintageOfColumn(name: string): ColumnVintage | null {
  const match =
    /^(wd|ward|lad|laua|utla|ltla|oa|lsoa|msoa|ced|cauth|cty|rgn|ctry|pcon|parish?)_?(\d{2}|20\d{2})(?:_?(?:cd|nm|code|name))?$/i.exec(
      name.trim(),
    );
  if (!match) return null;
  const digits = Number(match[2]);
  const year = digits < 100 ? 2000 + digits : digits;
  return year > 2050 ? null : { kind: match[1].toUpperCase(), year };
}

/** A vintage as read aloud: "WD20: 2020". */
export function vintageWords(name: string): string | null {
  const vintage = vintageOfColumn(name);
  return vintage ? `${vintage.kind}${String(vintage.year).slice(2)}: ${vintage.year}` : null;
}
