import { percent } from '../../domain/not-spots/headline.ts';
import type { ReachAnswer } from '../../domain/radio/reach-answer.ts';
import { VIEW_BEYOND } from '../../domain/radio/viewshed.ts';
import { PICTURE_VIEWS } from './picture-views.ts';
import { MOST_REACH_MARKS } from './reach-marks.ts';
import { rememberLast } from './remember-last.ts';
import { QUALITY_LOOKS, type RooftopLook } from './rooftop-looks.ts';
import { metresText } from './site-text.ts';

/** What a reach looks like on the map. */
export interface ReachKey {
  readonly views: readonly {
    readonly name: string;
    readonly label: string;
    /** Share of the radius. */
    readonly note: string;
    readonly pattern: 'lines' | 'solid' | 'hatch-back';
    readonly token: string;
  }[];
  readonly newlyLook: RooftopLook;
  /** How it was looked at, and what is not drawn. */
  readonly says: string;
}

/** The key of a reach, with how much of the radius is seen. */
export const reachKey = rememberLast(({ picture, rows }: ReachAnswer): ReachKey => {
  // A picture has millions of cells: a Map of counts takes ten times as long.
  const counts = new Uint32Array(256);
  for (const view of picture.views) counts[view]++;
  const all = picture.views.length - counts[VIEW_BEYOND];
  const note = (view: number): string => (all === 0 ? '' : percent(counts[view] / all));
  const drawn =
    rows.row.length > MOST_REACH_MARKS
      ? ` Of the premises ${MOST_REACH_MARKS.toLocaleString('en-GB')} are drawn, not-spots first, then the nearest; the counts and the table have all.`
      : '';
  return {
    views: [
      {
        name: 'seen',
        label: 'Seen',
        note: note(PICTURE_VIEWS.seen),
        pattern: 'lines',
        token: '--tech-radio',
      },
      {
        name: 'hidden',
        label: 'Hidden',
        note: note(PICTURE_VIEWS.hidden),
        pattern: 'solid',
        token: '--map-land',
      },
      {
        name: 'not-known',
        label: 'Not known',
        note: note(PICTURE_VIEWS.notKnown),
        pattern: 'hatch-back',
        token: '--premises-not-known',
      },
    ],
    newlyLook: QUALITY_LOOKS.clear,
    says: `Seen is looked at ${metresText(picture.targetMetres)} above each place’s surface: a picture to look at. Premises are judged one by one, on their own roofs.${drawn}`,
  };
});
