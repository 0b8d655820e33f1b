import type { Designation } from '../consents/site-facts.ts';
import type { RateCard } from '../cost/rate-card.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import type { DigDesign } from '../dig/dig-design.ts';
import type { CoordinateChoice } from '../geo/coordinate-choice.ts';
import type { NeedChoice } from '../need/need-choice.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanCard } from '../plan/plan-card.ts';
import type { Unit } from '../premises/premises-table.ts';
import type { DeviceProfile } from '../radio/device.ts';
import type { RadioChoices } from '../radio/radio-choices.ts';
import type { RooftopSite } from '../radio/rooftop-site.ts';
import type { FileReport } from '../tables/file-report.ts';
import type { HeightsSaid } from '../terrain/heights-said.ts';
import type { ColumnRoles } from './column-roles.ts';
import type { Assumption, Source } from './figure.ts';
import type { Role } from './role.ts';
import type { RoleSuggestion } from './role-suggestion.ts';

/** Whether files of a role are never counted and answer nothing of coverage: what lies around, what stands on it and in it. */
export function isBackdrop(role: Role): boolean {
  return BACKDROPS.has(role);
}

/** Whether a role is a part of the streets that trenches are dug in. */
export function isOfStreets(role: Role): boolean {
  return STREETS.has(role);
}

const STREETS: ReadonlySet<Role> = new Set(['streets', 'fibre points', 'ducts', 'restrictions']);
const BACKDROPS: ReadonlySet<Role> = new Set([
  'context',
  'heights',
  'buildings',
  'trees',
  'roof access',
  'planned excavations',
  ...STREETS,
]);

/** One loaded file: description only. Its columns lie in the content store under `contentId`. */
export interface DatasetRecord {
  readonly contentId: string;
  readonly fileName: string;
  readonly format: string;
  readonly role: Role;
  readonly roles: ColumnRoles;
  readonly unit: Unit | null;
  readonly rows: number;
  readonly columnNames: readonly string[];
  readonly source: Source;
  /** Year whose codes its areas have; absent where nothing tells. */
  readonly vintage?: string;
  /** Postcodes only: rows whose postcode is not in this column of another content are left out as no longer live. */
  readonly liveList?: LiveList;
  readonly confidential: boolean;
  /** What reading the file found, and what its role makes of that. */
  readonly report: FileReport;
  /** What reading it found alone; absent where that is the same. */
  readonly reportAsRead?: FileReport;
  /** What the content suggested when it was read; kept so that a role can be changed back. Absent for the demo's files. */
  readonly suggestion?: RoleSuggestion;
  /** How a person says its coordinates are read; absent: as the file names them or its numbers show. */
  readonly coordinates?: CoordinateChoice;
  /** Files of heights: what is said of them. */
  readonly heights?: HeightsSaid;
  /** Buildings: metres taken for each level where no height is stated; absent: DEFAULT_METRES_PER_LEVEL. Assumed either way. */
  readonly metresPerLevel?: number;
  /** Context: the designation it is said to show, 'none' for none; absent: as its name tells. */
  readonly designation?: Designation | 'none';
  /** Content id of the later release that is in force in its stead; absent for all others. */
  readonly supersededBy?: string;
}

/** The two reports of a file. `reportAsRead` undefined: the same. */
export interface DatasetReports {
  readonly report: FileReport;
  readonly reportAsRead: FileReport | undefined;
}

/** A list of live postcodes: a column of a loaded content. */
export interface LiveList {
  readonly contentId: string;
  readonly column: string;
}

/** A not-spot definition: `text` in the recipe language. */
export interface Recipe {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** What of the screen is part of the work (the rest is the address bar's). */
export interface ProjectView {
  readonly recipeId: string;
}

/** All of a person's work. Immutable: only apply-change makes a new one. */
export interface Project {
  readonly name: string;
  /** True for the demo borough: every screen and export then says so. */
  readonly fictional: boolean;
  readonly datasets: readonly DatasetRecord[];
  readonly layers: readonly LayerRecord[];
  readonly recipes: readonly Recipe[];
  readonly assumptions: readonly Assumption[];
  /** Ways of fixing not-spots, each with its question and the designs that answered it. */
  readonly plans: readonly Plan[];
  /** Roofs and masts that carry radio or could. */
  readonly sites: readonly RooftopSite[];
  /** Radios that links may be made with. */
  readonly devices: readonly DeviceProfile[];
  /** What links are reckoned with; absent: nobody has chosen yet. */
  readonly radio?: RadioChoices;
  /** Routes of trench, each with its question and the answer that it had. */
  readonly designs: readonly DigDesign[];
  /** What works cost; absent: the card that comes with Notspot. */
  readonly rates?: RateCard;
  /** What rooftops cost, how long things take and who pays; absent: the card that comes with Notspot. */
  readonly planCard?: PlanCard;
  /** The column by which not-spots are weighed; absent: none is chosen. */
  readonly need?: NeedChoice;
  readonly view: ProjectView;
}

/** The dataset that plays `role` now (the last loaded wins), or undefined. */
export function datasetInRole(project: Project, role: Role): DatasetRecord | undefined {
  return project.datasets.findLast((dataset) => dataset.role === role);
}

/** The recipe now in force. Throws where the view names none of the project's recipes. */
export function currentRecipe(project: Project): Recipe {
  const recipe = project.recipes.find((candidate) => candidate.id === project.view.recipeId);
  if (!recipe) throw new Error(`The project has no recipe "${project.view.recipeId}".`);
  return recipe;
}
