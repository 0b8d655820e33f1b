import type { Project } from '../../domain/project/project.ts';

/** All of a project that plans are judged over, beside the plan itself; each part is another object where it was changed. */
export function judgedOver({
  datasets,
  layers,
  recipes,
  view,
  rates,
  planCard,
  radio,
  devices,
  assumptions,
}: Project): readonly unknown[] {
  return [datasets, layers, recipes, view, rates, planCard, radio, devices, assumptions];
}
