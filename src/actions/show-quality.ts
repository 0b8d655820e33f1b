import type { QualityNote } from '../domain/quality/quality-note.ts';
import { qualityTitle } from '../stores/derived/quality-lines.ts';
import type { AppContext } from './app-context.ts';
import { showMarks } from './show-marks.ts';

/** Marks the places that a note speaks of. */
export function showQuality(context: AppContext, note: QualityNote): void {
  showMarks(context, {
    owner: `quality:${note.kind}`,
    title: qualityTitle(note),
    marks: note.places.map((place) => ({ ...place, kind: 'quality' })),
  });
}
