import * as v from 'valibot';
import type { Plan } from '../domain/plan/plan.ts';
import type { DeviceProfile } from '../domain/radio/device.ts';
import { deviceSchema } from './device-schema.ts';
import { PLAN_FILE, RECKONED_OF_HUB } from './plan-geojson.ts';
import { planSchema } from './plan-schema.ts';
import { pieceOf, placeOf } from './read-dig-geojson.ts';
import { damagedBy, readSummed, type SummedFeature, type SummedKind } from './summed-geojson.ts';

/** A plan out of a file, the radio it was made with, and whether it lies in the demo borough. */
export interface PlanRead {
  readonly plan: Plan;
  /** null: the file does not hold its figures. */
  readonly device: DeviceProfile | null;
  readonly fictional: boolean;
}

/** Why a file of a plan is not taken; nothing of it is. The message says which file, where, why, and what to do. */
export class PlanRefused extends Error {
  readonly code: 'NOT_JSON' | 'NOT_A_PLAN' | 'NEWER' | 'CHANGED' | 'DAMAGED' | 'TOO_LARGE';
  /** The part at fault ("feature 12", "question.radio.mastMetres"); null where it is the whole. */
  readonly place: string | null;

  constructor(code: PlanRefused['code'], message: string, place: string | null = null) {
    super(message);
    this.name = 'PlanRefused';
    this.code = code;
    this.place = place;
  }
}

/** The plan that `planGeoJson` wrote. Throws PlanRefused for anything else: what somebody has changed is named. */
export function readPlanGeoJson(json: string, fileName: string): PlanRead {
  const { whole, features, fictional } = readSummed(json, fileName, KIND);
  const { device: told, ...asked } = whole;
  const plan = v.safeParse(planSchema, assembled(asked, { features, fileName }));
  if (!plan.success) throw damagedBy(KIND, fileName, plan.issues[0]);
  const device = v.safeParse(v.optional(deviceSchema), told);
  if (!device.success) throw damagedBy(KIND, `${fileName}, device`, device.issues[0]);
  return { plan: plan.output, device: device.output ?? null, fictional };
}

const KIND: SummedKind = {
  ...PLAN_FILE,
  refuse: (code, message, place) =>
    new PlanRefused(code === 'NOT_OURS' ? 'NOT_A_PLAN' : code, message, place),
};

/** What a feature is, and in which list of its design it stands. */
const LISTS = {
  piece: ['trench', 'pieces'],
  root: ['trench', 'roots'],
  served: ['trench', 'served'],
  missed: ['trench', 'missed'],
  hub: ['radio', 'hubs'],
  'served by radio': ['radio', 'served'],
  'missed by radio': ['radio', 'missed'],
  link: null,
} as const;

const featureSchema = v.strictObject({
  type: v.literal('Feature'),
  properties: v.looseObject({
    what: v.picklist(Object.keys(LISTS) as (keyof typeof LISTS)[]),
    of: v.string(),
  }),
  geometry: v.nullable(v.strictObject({ type: v.string(), coordinates: v.array(v.unknown()) })),
});

/** What of a plan has to be so that its features can be put back. */
const outlineSchema = v.looseObject({
  designs: v.nullable(
    v.looseObject({
      outcomes: v.array(
        v.looseObject({
          kind: v.string(),
          design: v.nullable(
            v.looseObject({
              trench: v.nullable(v.looseObject({})),
              radio: v.nullable(v.looseObject({})),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** The plan as its schema has it: features in the lists of their designs again. */
function assembled(
  whole: unknown,
  { features, fileName }: { readonly features: readonly unknown[]; readonly fileName: string },
): unknown {
  const outline = v.safeParse(outlineSchema, whole);
  if (!outline.success) throw damagedBy(KIND, fileName, outline.issues[0]);
  const { designs, ...plan } = outline.output;
  if (!designs) return { ...plan, designs };
  const lists = new Map<string, unknown[]>();
  for (const { kind, design } of designs.outcomes)
    for (const part of PARTS)
      if (design?.[part]) for (const list of LISTS_OF[part]) lists.set(`${kind} ${part} ${list}`, []);
  for (const [i, feature] of features.entries()) {
    const shape = v.safeParse(featureSchema, feature);
    if (!shape.success) throw damagedBy(KIND, `${fileName}, feature ${i + 1}`, shape.issues[0]);
    const { properties, geometry } = shape.output;
    const { what, of, ...rest } = properties;
    const place = LISTS[what];
    if (!place) continue;
    const list = lists.get(`${of} ${place.join(' ')}`);
    if (!list)
      throw new PlanRefused(
        'DAMAGED',
        `${fileName}, feature ${i + 1}: it belongs to no design of the plan. Export the plan again.`,
        `feature ${i + 1}`,
      );
    list.push(READ[what](rest, geometry));
  }
  const outcomes = designs.outcomes.map(({ design, ...outcome }) => {
    const filled = (part: Part) =>
      design?.[part] && {
        ...design[part],
        ...Object.fromEntries(
          LISTS_OF[part].map((list) => [list, lists.get(`${outcome.kind} ${part} ${list}`)]),
        ),
      };
    return {
      ...outcome,
      design: design && { ...design, trench: filled('trench'), radio: filled('radio') },
    };
  });
  return { ...plan, designs: { ...designs, outcomes } };
}

type Part = 'trench' | 'radio';

const PARTS: readonly Part[] = ['trench', 'radio'];

const LISTS_OF: Readonly<Record<Part, readonly string[]>> = {
  trench: ['pieces', 'roots', 'served', 'missed'],
  radio: ['hubs', 'served', 'missed'],
};

const READ = {
  piece: pieceOf,
  root: placeOf,
  served: placeOf,
  missed: placeOf,
  hub: hubOf,
  'served by radio': placeOf,
  'missed by radio': placeOf,
  link: placeOf,
} as const;

/** A hub out of its feature's properties, without what was only reckoned from it. */
function hubOf(properties: Readonly<Record<string, unknown>>, geometry: SummedFeature['geometry']): object {
  const hub = Object.fromEntries(
    Object.entries(properties).filter(([name]) => !RECKONED_OF_HUB.some((reckoned) => reckoned === name)),
  );
  const roof = typeof hub.roof === 'object' ? { ...hub.roof } : {};
  return { ...hub, roof: placeOf(roof as Readonly<Record<string, unknown>>, geometry) };
}
