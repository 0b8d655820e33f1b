import type { AnalysisNote } from '../../domain/not-spots/analysis.ts';
import type { QualityNote, QualityReport } from '../../domain/quality/quality-note.ts';

/** "Rows stacked on one point: 200 of 3,025" where only some places are kept. */
export function qualityTitle(note: QualityNote): string {
  const name = QUALITY_NAMES[note.kind];
  const all = note.places.length >= note.count;
  return all || note.places.length < MANY
    ? name
    : `${name}: the first ${note.places.length.toLocaleString('en-GB')} places`;
}

/** "5 things to know about this data"; null where nothing odd was found or nothing was looked at yet. */
export function qualitySummary(report: QualityReport | null): string | null {
  if (!report || report.notes.length === 0) return null;
  return `${report.notes.length} ${report.notes.length === 1 ? 'thing' : 'things'} to know about this data`;
}

/** Notes on a count without those that the notes on the data say too, with places and effect. */
export function notesOfCountAlone(
  notes: readonly AnalysisNote[],
  report: QualityReport | null,
): readonly AnalysisNote[] {
  const said = new Set(report?.notes.map(({ kind }) => kind));
  return notes.filter(
    ({ kind, layerId }) => layerId !== null || !SAID_AS[kind]?.some((one) => said.has(one)),
  );
}

const SAID_AS: Partial<Record<AnalysisNote['kind'], readonly QualityNote['kind'][]>> = {
  'ward-overlap': ['in-two-wards'],
  'outside-wards': ['outside-wards', 'between-wards'],
  vintage: ['other-vintage'],
};

/** "Checked: repeated ids; rounding of shares." */
export function qualityChecked(report: QualityReport): string {
  return report.checked.length === 0 ? '' : `Checked: ${report.checked.join('; ')}.`;
}

/** Notes of one kind, in short. */
export const QUALITY_NAMES: Readonly<Record<QualityNote['kind'], string>> = {
  'no-place': 'Rows without a place',
  'far-away': 'Rows outside the United Kingdom',
  'repeated-id': 'Repeated ids',
  'id-at-two-places': 'Ids at two places',
  'positions-disagree': 'Positions that differ',
  'coverage-cut': 'Coverage cut at its edge',
  'other-vintage': 'Area codes of another year',
  'in-two-wards': 'Rows in two wards',
  'between-wards': 'Rows between wards',
  'outside-wards': 'Rows outside every ward',
  'ward-slivers': 'Gaps and overlaps of ward borders',
  'share-rounding': 'Rounded shares',
  'use-blank': 'Blank uses',
  terminated: 'Postcodes no longer in use',
  stacked: 'Rows stacked on one point',
};

/** The notes keep no more places than this: with as many there are more. */
const MANY = 200;
