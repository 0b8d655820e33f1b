import type { Backhaul } from '../../domain/plan/radio-design.ts';
import { DIG_PLACE_LOOKS } from './dig-looks.ts';
import type { PlaceAnswer } from './plan-answers.ts';
import { QUALITY_LOOKS, type RooftopLook, SITE_LOOK } from './rooftop-looks.ts';

/** How a thing of a plan is drawn, and what it is in words. */
export interface PlanLook extends RooftopLook {
  readonly label: string;
}

const DISC = 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18Z';
const SQUARE = 'M4 4h16v16H4Z';

/** Premises by what a design does for them: each a shape of its own. */
export const ANSWER_LOOKS: Readonly<Record<PlaceAnswer['how'], PlanLook>> = {
  radio: {
    label: 'Served by radio',
    outline: DISC,
    sign: 'M12 16.4v.1M9.2 13.4a4 4 0 0 1 5.6 0M7.2 10.4a7 7 0 0 1 9.6 0',
    token: '--tech-radio',
  },
  fibre: { label: 'Served by fibre', outline: SQUARE, sign: 'M7.6 12.4l3 3 5.8-6.4', token: '--tech-dig' },
  none: { ...DIG_PLACE_LOOKS.missed, label: 'Not served' },
  'not known': { ...QUALITY_LOOKS['not known'], label: 'Not known' },
};

export const ANSWERS = Object.keys(ANSWER_LOOKS) as readonly PlaceAnswer['how'][];

/** What a roof of a plan is drawn as. */
export type RoofLookName = Backhaul['kind'] | 'barred';

export const ROOF_LOOKS: Readonly<Record<RoofLookName, PlanLook>> = {
  trench: {
    label: 'Hub, fibre by trench',
    outline: SITE_LOOK.outline,
    sign: 'M12 18.5v-8M8.6 13.4 12 10l3.4 3.4',
    token: '--tech-radio',
  },
  link: {
    label: 'Hub, fibre by a radio link',
    outline: 'M12 2 21.5 7.2v9.6L12 22l-9.5-5.2V7.2Z',
    sign: 'M12 18v-6.5M8.6 10.6a4.6 4.6 0 0 1 6.8 0M6.4 8a8 8 0 0 1 11.2 0',
    token: '--tech-radio',
  },
  barred: {
    label: 'Roof that may not be used',
    outline: SITE_LOOK.outline,
    sign: 'M8.7 11.4l6.6 6.6M15.3 11.4l-6.6 6.6',
    token: '--dig-blocked',
  },
};

export const ROOFS = Object.keys(ROOF_LOOKS) as readonly RoofLookName[];

/** Lines of radio: colour, width in pixels, dashes in widths of the line. */
export const RADIO_LINES = {
  client: { label: 'Radio to premises', token: '--tech-radio', widthPixels: 1.5, dashes: [] },
  backhaul: { label: 'Radio link between hubs', token: '--tech-radio', widthPixels: 4, dashes: [2.5, 1] },
} as const;
