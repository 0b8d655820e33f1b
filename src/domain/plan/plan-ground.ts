import type { ConsentHint } from '../consents/consent-hint.ts';
import type { RateCard } from '../cost/rate-card.ts';
import type { DigPlace } from '../dig/dig-design.ts';
import type { CouncilRoofs } from '../hubs/gather-roofs.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import type { DeviceProfile } from '../radio/device.ts';
import type { LinkMeter } from '../radio/link-meter.ts';
import type { StreetNetwork } from '../streets/street-network.ts';
import type { HeightModel } from '../terrain/height-model.ts';
import type { Roofs } from '../terrain/roofs.ts';
import type { HubRoof } from './hub-roof.ts';
import type { PlanCard } from './plan-card.ts';
import type { PlannedExcavation } from './planned-excavations.ts';

/** All that a question's designs are made of, whatever levers are pulled. Nothing here is changed by it. */
export interface PlanGround {
  readonly premises: PremisesTable;
  /** Rows of the premises that are asked, and the points that they lie on. */
  readonly rows: Uint32Array;
  readonly places: readonly DigPlace[];
  readonly rates: RateCard;
  readonly card: PlanCard;
  /** Content ids of the files that all of it is made of. */
  readonly contents: readonly string[];
  readonly excavations: readonly PlannedExcavation[];
  readonly network: StreetNetwork | Refused;
  readonly radio: RadioGround | Refused;
}

/** What hubs are chosen over. */
export interface RadioGround {
  readonly device: DeviceProfile;
  readonly model: HeightModel;
  /** Of the device, and of links between hubs. */
  readonly meter: LinkMeter;
  readonly linkMeter: LinkMeter;
  readonly roofs: Roofs | null;
  /** Roofs that could carry a hub, as a person's word of their owners has them. */
  readonly candidates: readonly HubRoof[];
  readonly councils: CouncilRoofs;
  /** What may stand in a roof's way by the rules of consents. */
  readonly hintsOf: (roof: HubRoof) => readonly ConsentHint[];
  /** What was left out when candidates were gathered, in words. */
  readonly notes: readonly string[];
}

/** Why something is not there, in words with what to do. */
export interface Refused {
  readonly refused: string;
}

export function isRefused(one: object): one is Refused {
  return 'refused' in one;
}
