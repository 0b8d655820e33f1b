/**
 * Plans of a project of form 3 as form 4 has them: name, selection and levers stay; the rest of the question is as it is
 * usually asked, of the premises and the radio that the project has; what stood in the way is worked out anew.
 */
export function withEarlierPlans(json: unknown): unknown {
  if (!isObject(json) || !Array.isArray(json.plans)) return json;
  const premises = listed(json.datasets).findLast(({ role }) => role === 'premises');
  const device = isObject(json.radio) ? json.radio : { deviceId: listed(json.devices)[0]?.id };
  const plans = json.plans.map((plan) => brought(plan, premises?.contentId ?? '', device.deviceId ?? ''));
  return { ...json, plans };
}

/** A plan by itself, of premises and with a radio that are not known. */
export function earlierPlan(json: unknown): unknown {
  return brought(json, '', '');
}

function brought(plan: unknown, premisesContentId: unknown, deviceId: unknown): unknown {
  if (!isObject(plan)) return plan;
  const { selection, barriers: _barriers, ...kept } = plan;
  const question = {
    selection,
    premisesContentId,
    onlyNotSpots: true,
    rootIds: [],
    ownRoots: [],
    blocked: [],
    forced: [],
    worksFrom: '2026-11-27', // Form 3 knew no day; its last one.
    passed: { kind: 'within', metres: 50 },
    takeUpPercent: 40,
    radio: {
      deviceId,
      mastMetres: 3,
      radiusMetres: 1500,
      leastMegabitsPerSecond: 30,
      closedRoofs: [],
      wayleaves: [],
    },
  };
  return { ...kept, question, designs: null, chosen: [] };
}

function listed(json: unknown): Record<string, unknown>[] {
  return Array.isArray(json) ? json.filter(isObject) : [];
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
