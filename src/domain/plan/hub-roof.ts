import type { HeightAbove } from '../radio/rooftop-site.ts';

/** What came of asking an owner for a roof. 'not asked': nobody has, or no file says. */
export const WAYLEAVES = ['willing', 'silent', 'refusing', 'not asked'] as const;

/** Whether the owner lets a hub stand there, as far as anybody asked. */
export type Wayleave = (typeof WAYLEAVES)[number];

/** A roof, mast or column that could carry a hub. */
export interface HubRoof {
  /** Unique among the candidates; the same after reloading the same files: "site:…", "access:…", "building:…" before it. */
  readonly id: string;
  readonly name: string;
  /** As its file says, or "building", "site": "council building", "lighting column", "flats", "works". */
  readonly kind: string;
  /** Degrees, WGS84: where the antenna stands. */
  readonly lon: number;
  readonly lat: number;
  /** Height of the antenna over what `above` names, metres. */
  readonly antennaMetres: number;
  readonly above: HeightAbove;
  /** null: not known. */
  readonly owner: string | null;
  /** Whether it is the council's; null: not known. */
  readonly isCouncils: boolean | null;
  readonly wayleave: Wayleave;
  /** ISO date of the asking; null: not known. */
  readonly askedOn: string | null;
  /** null: not known. */
  readonly hasPower: boolean | null;
  /** Where it is listed: content and 0-based row; null: a person placed it. */
  readonly from: { readonly contentId: string; readonly row: number } | null;
}
