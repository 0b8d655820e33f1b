import type { RateCard } from '../cost/rate-card.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import type { DigDesign } from '../dig/dig-design.ts';
import type { NeedChoice } from '../need/need-choice.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanCard } from '../plan/plan-card.ts';
import type { DeviceProfile } from '../radio/device.ts';
import type { RadioChoices } from '../radio/radio-choices.ts';
import type { RooftopSite } from '../radio/rooftop-site.ts';
import type { Assumption } from './figure.ts';
import type { DatasetRecord, Project, ProjectView, Recipe } from './project.ts';

/** Lists of a project whose items carry an identity. */
export interface ProjectLists {
  readonly datasets: DatasetRecord;
  readonly layers: LayerRecord;
  readonly recipes: Recipe;
  readonly plans: Plan;
  readonly sites: RooftopSite;
  readonly devices: DeviceProfile;
  readonly designs: DigDesign;
}

/** One edit as a value. `label` is what undo says: "Added wards.geojson". */
export type Change =
  | {
      readonly kind: 'insert';
      readonly list: keyof ProjectLists;
      readonly at: number;
      readonly item: ProjectLists[keyof ProjectLists];
    }
  | { readonly kind: 'remove'; readonly list: keyof ProjectLists; readonly at: number }
  | {
      readonly kind: 'replace';
      readonly list: keyof ProjectLists;
      readonly at: number;
      readonly item: ProjectLists[keyof ProjectLists];
    }
  | { readonly kind: 'set-view'; readonly view: ProjectView }
  | { readonly kind: 'set-name'; readonly name: string; readonly fictional: boolean }
  | { readonly kind: 'set-assumptions'; readonly assumptions: readonly Assumption[] }
  /** null: nothing is weighed by need. */
  | { readonly kind: 'set-need'; readonly need: NeedChoice | null }
  /** null: links are reckoned with nothing yet. */
  | { readonly kind: 'set-radio'; readonly radio: RadioChoices | null }
  /** null: back to the card that comes with Notspot. */
  | { readonly kind: 'set-rates'; readonly rates: RateCard | null }
  /** null: back to the card that comes with Notspot. */
  | { readonly kind: 'set-plan-card'; readonly planCard: PlanCard | null }
  /** A whole other project in this one's place: opening the demo, starting afresh. */
  | { readonly kind: 'set-project'; readonly project: Project }
  /** Several edits that are one step to the person. */
  | { readonly kind: 'all'; readonly changes: readonly Change[] };
