import { type ConfidentialPlan, confidentialPlan } from '../../domain/plan/confidential-plan.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Project } from '../../domain/project/project.ts';
import { heldAsOutOfDate } from './held-as-out-of-date.ts';
import type { PlanFileLine } from './plan-file-line.ts';

/** Every file of a plan with what is in it; where something keeps it back, why. */
export function planFiles(plan: Plan, project: Project): readonly PlanFileLine[] {
  const confidential = confidentialPlan(project, plan);
  const hasDesign = plan.designs?.outcomes.some(({ design }) => design !== null) ?? false;
  const hasHubs = plan.designs?.outcomes.some(({ design }) => (design?.radio?.hubs.length ?? 0) > 0) ?? false;
  return FILES.map(({ shows, needs, says, lessWhereHeld, ...line }): PlanFileLine => {
    const why = shows.map((what) => confidential[what]).find((reason) => reason !== null) ?? null;
    const unmade =
      needs !== 'nothing' && !hasDesign
        ? 'There is no design yet: work the plan out first.'
        : needs === 'hubs' && !hasHubs
          ? 'No design of this plan has a hub.'
          : heldAsOutOfDate(line.form, plan, project);
    const isLess = lessWhereHeld && PARTS.some((what) => confidential[what] !== null);
    return { ...line, says: isLess ? `${says} ${lessWhereHeld}` : says, held: unmade ?? why };
  });
}

type Part = Exclude<keyof ConfidentialPlan, 'remark'>;

const PARTS: readonly Part[] = ['route', 'roofs', 'premises'];

const FILES: readonly (Omit<PlanFileLine, 'held'> & {
  readonly shows: readonly Part[];
  readonly needs: 'nothing' | 'a design' | 'hubs';
  /** What is said where confidential files make it hold less; absent: it is then held back. */
  readonly lessWhereHeld?: string;
})[] = [
  {
    form: 'page',
    label: 'Page to print (HTML)',
    says: 'For a committee: both answers side by side, maps, barriers, levers, costs with ranges, method, definitions, assumptions, sources. One file without script; print it, or save it as PDF.',
    shows: [],
    needs: 'a design',
    lessWhereHeld: 'Maps and names are left out: a file behind them is confidential.',
  },
  {
    form: 'geojson',
    label: 'Plan (GeoJSON)',
    says: 'The whole plan: question, levers, designs, premises. Lacks nothing; Notspot reads it back to the same plan, and any mapping tool shows it.',
    shows: PARTS,
    needs: 'nothing',
  },
  {
    form: 'bill',
    label: 'Bill of quantities (CSV)',
    says: 'Trench and radio of each design together: quantities, costs by part, streets, works. Lacks the lines of trenches, and whom each hub serves.',
    shows: ['route'],
    needs: 'a design',
  },
  {
    form: 'comparison',
    label: 'Comparison (CSV)',
    says: 'Every line of every answer with low, middle, high, definition, and what is assumed. Lacks maps, wards and barriers.',
    shows: [],
    needs: 'a design',
  },
  {
    form: 'premises',
    label: 'Premises (CSV)',
    says: 'A line for each place: what each answer does for it, by which hub and how fast, or why not. Lacks trenches and prices.',
    shows: ['premises', 'roofs'],
    needs: 'a design',
  },
  {
    form: 'hubs',
    label: 'Hubs (CSV)',
    says: 'A line for each sector: place, owner, heights, azimuth and tilt, how the hub is joined to fibre. Lacks premises and prices.',
    shows: ['roofs', 'premises'],
    needs: 'hubs',
  },
  {
    form: 'links',
    label: 'Links (CSV)',
    says: 'A line for each link, to premises and between hubs: both ends with height, azimuth and tilt, length, rate. Lacks who is not served, and the lines of each budget.',
    shows: ['roofs', 'premises'],
    needs: 'hubs',
  },
  {
    form: 'kml',
    label: 'Map (KML)',
    says: 'Trenches, hubs and premises of each design for map viewers. Lacks links to premises, parts of prices, levers, and what was asked.',
    shows: PARTS,
    needs: 'a design',
  },
];
