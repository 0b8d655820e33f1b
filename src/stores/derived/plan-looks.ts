import type { Backhaul } from '../../domain/plan/radio-design.ts';
import { DIG_PLACE_LOOKS } from './dig-looks.ts';
import { MARK_LOOKS } from './marks-looks.ts';
import type { PlaceAnswer } from './plan-answers.ts';
import { QUALITY_LOOKS, type RooftopLook, SITE_LOOK } from './rooftop-looks.ts';

/** How a thing of a plan is drawn, and what it is in words. */
export interface PlanLook extends RooftopLook {
  readonly label: string;
}

const DISC = 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18Z';
const SQUARE = 'M4 4h16v16H4Z';
const TRIANGLE = 'M12 3 22 20.5H2Z';
const TICK = 'M7.6 12.4l3 3 5.8-6.4';
const WAVE = 'M7 13.2c1.7-3.2 3.3-3.2 5-1.2s3.3 2 5-1.2';
const QUESTION = 'M9.6 9.8a2.4 2.4 0 1 1 3.5 2.1c-.8.4-1.1.8-1.1 1.7M12 16.4v.1';

/** Premises by what a design does for them: each a shape of its own. */
export const ANSWER_LOOKS: Readonly<Record<PlaceAnswer['how'], PlanLook>> = {
  radio: {
    label: 'Served by radio',
    outline: DISC,
    sign: 'M12 16.4v.1M9.2 13.4a4 4 0 0 1 5.6 0M7.2 10.4a7 7 0 0 1 9.6 0',
    token: '--tech-radio',
  },
  fibre: { label: 'Served by fibre', outline: SQUARE, sign: TICK, token: '--tech-dig' },
  none: { ...DIG_PLACE_LOOKS.missed, label: 'Not served' },
  'not known': { ...QUALITY_LOOKS['not known'], label: 'Not known' },
};

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

/** Lines of radio: colour, width in pixels, dashes in widths of the line. */
export const RADIO_LINES = {
  client: { label: 'Radio to premises', token: '--tech-radio', widthPixels: 1.5, dashes: [] },
  backhaul: { label: 'Radio link between hubs', token: '--tech-radio', widthPixels: 4, dashes: [2.5, 1] },
} as const;

/** How sure it is that the cheapest technology is the cheapest. 'only': no other reaches the premises. */
export const SURENESSES = ['sure', 'likely', 'close', 'only'] as const;

export type Sureness = (typeof SURENESSES)[number];

/** Sign, size and opacity say how sure it is; shape and colour say what is cheapest. */
export const SURENESS_LOOKS: Readonly<
  Record<
    Sureness,
    { readonly label: string; readonly sign: string; readonly size: number; readonly opacity: number }
  >
> = {
  sure: { label: 'sure: in 90 % of the samples or more', sign: TICK, size: 1, opacity: 1 },
  likely: { label: 'likely: in 70 % to 90 %', sign: WAVE, size: 0.85, opacity: 0.9 },
  close: { label: 'close: in fewer than 70 %', sign: QUESTION, size: 0.7, opacity: 0.8 },
  only: { label: 'the only one that reaches it', sign: 'M12 8v8', size: 0.85, opacity: 1 },
};

/** Least share of the samples of what is likely; of what is sure: SURE of domain/evaluation. */
export const LIKELY_FROM = 0.7;

/** What is cheapest at premises. */
export const CHEAPEST_LOOKS = {
  'rooftop radio': { label: 'Rooftop radio', outline: DISC, sign: '', token: '--tech-radio' },
  dig: { label: 'Dig', outline: SQUARE, sign: '', token: '--tech-dig' },
  'leave as it is': { ...DIG_PLACE_LOOKS.missed, label: 'Neither reaches it' },
} as const satisfies Readonly<Record<string, PlanLook>>;

export type CheapestName = keyof typeof CHEAPEST_LOOKS;

export const CHEAPEST_NAMES = Object.keys(CHEAPEST_LOOKS) as readonly CheapestName[];

/** What becomes of premises with one plan in the stead of another. */
export const CHANGES = ['gained', 'lost', 'other way', 'as before', 'neither', 'asked of one'] as const;

export type PlaceChange = (typeof CHANGES)[number];

export const CHANGE_LOOKS: Readonly<Record<PlaceChange, PlanLook>> = {
  gained: { ...MARK_LOOKS.gained, label: 'Gained' },
  lost: { ...MARK_LOOKS.lost, label: 'Lost' },
  'other way': { ...MARK_LOOKS.changed, label: 'Served in another way' },
  'as before': { label: 'Served as before', outline: DISC, sign: TICK, token: '--map-label-quiet' },
  neither: { label: 'Served by neither', outline: TRIANGLE, sign: '', token: '--map-label-quiet' },
  'asked of one': {
    label: 'Asked of one plan only',
    outline: SQUARE,
    sign: 'M8.5 12h.1M12 12h.1M15.5 12h.1',
    token: '--map-label-quiet',
  },
};

/** Premises that a plan is asked for, before anything is said of them. */
export const ASKED_LOOK: PlanLook = {
  label: 'Asked for',
  outline: 'M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14Z',
  sign: '',
  token: '--mark-found',
};

/** Every look by the name that marks, keys and images know it by: "answer:radio", "cheapest:dig:sure", "roof:link", "asked". */
export const PLAN_LOOKS: ReadonlyMap<string, PlanLook> = new Map([
  ...named('answer', ANSWER_LOOKS),
  ...named('roof', ROOF_LOOKS),
  ...named('change', CHANGE_LOOKS),
  ...named('cheapest', CHEAPEST_LOOKS),
  ...SURENESSES.flatMap((sureness) =>
    (['rooftop radio', 'dig'] as const).map((kind): [string, PlanLook] => [
      `cheapest:${kind}:${sureness}`,
      {
        ...CHEAPEST_LOOKS[kind],
        sign: SURENESS_LOOKS[sureness].sign,
        label: `${CHEAPEST_LOOKS[kind].label}, ${SURENESS_LOOKS[sureness].label}`,
      },
    ]),
  ),
  ['asked', ASKED_LOOK],
]);

function named(group: string, looks: Readonly<Record<string, PlanLook>>): [string, PlanLook][] {
  return Object.entries(looks).map(([name, look]) => [`${group}:${name}`, look]);
}
