import { type Box, boxOf } from '../../domain/geo/geometry.ts';
import type { PlanDesigns } from '../../domain/plan/plan-design.ts';
import { planAnswers } from './plan-answers.ts';
import { rememberLast } from './remember-last.ts';

/** Where the premises of a plan and its hubs lie; null: it has none. */
export const planBox = rememberLast((designs: PlanDesigns): Box | null => {
  const places = planAnswers(designs).places.flatMap(({ lon, lat }) => [lon, lat]);
  const hubs = designs.outcomes.flatMap(({ design }) =>
    (design?.radio?.hubs ?? []).flatMap(({ roof }) => [roof.lon, roof.lat]),
  );
  return places.length === 0 ? null : boxOf(Float64Array.from([...places, ...hubs]));
});
