import type { ConsentHint } from '../consents/consent-hint.ts';
import { isLicenceHeldByOthers } from '../consents/licence-held.ts';
import type { Spread } from '../cost/rate-card.ts';
import { addSpreads, mapSpread, NO_SPREAD } from '../cost/spread.ts';
import type { Source } from '../project/figure.ts';
import type { Range } from '../project/range.ts';
import type { DeviceProfile } from '../radio/device.ts';
import type { Barrier, BarrierKind } from './barrier.ts';
import type { HubRoof, Wayleave } from './hub-roof.ts';
import type { Lever } from './lever.ts';
import type { PlanCard, PlanItem } from './plan-card.ts';
import type { PlanRadio } from './plan-question.ts';
import { isPulledFor, leversInForce } from './pulled-for.ts';
import type { RoofTerms } from './roof-terms.ts';

/** What a roof's terms are made of. */
export interface TermsGiven {
  /** What may stand in its way by the rules of consents; none where nobody asked them. */
  readonly hints: readonly ConsentHint[];
  readonly levers: readonly Lever[];
  readonly card: PlanCard;
  /** The plan's radio; null: none is chosen, and spectrum is no barrier then. */
  readonly device: Pick<DeviceProfile, 'band'> | null;
  /** What a person says of roofs against the files. */
  readonly radio: Pick<PlanRadio, 'closedRoofs' | 'wayleaves'>;
  /** ISO date at which works begin: levers of other days are not pulled. */
  readonly day: string;
}

/**
 * What stands in a roof's way, and what that comes to. A refusing owner, a person's word and a radio whose band others hold
 * bar it; all else costs pounds and weeks. An owner is asked first, then planning and power go on side by side: that order is
 * assumed. A council's roof pays the council's rent, whether or not its access is opened. Power that no file knows of is no barrier: what
 * it may take spans from none to a whole supply, its middle none in a building and all on a column (assumed). A lever never makes a
 * roof dearer or later.
 */
export function roofTermsOf(roof: HubRoof, given: TermsGiven): RoofTerms {
  const { card, device, radio } = given;
  const levers = leversInForce(given.levers, given.day);
  const price = (item: PlanItem): Spread =>
    mapSpread(card.items[item].value, (pounds) => Math.round(pounds * 100));
  const weeksOf = (item: PlanItem): Spread => card.items[item].value;
  const isLifted = (kind: BarrierKind): boolean => levers.some((lever) => lifts(lever, kind, roof));
  const barriers: Barrier[] = [];
  let barredBy: string | null = null as string | null;
  const meet = (
    kind: BarrierKind,
    met: {
      readonly suffix?: string;
      readonly owner: string;
      readonly pounds?: Range | null;
      readonly weeks?: Range | null;
      readonly forbids?: boolean;
      readonly source?: Source | null;
    },
  ): void => {
    const { suffix = kind, owner, pounds = null, weeks = null, forbids = false, source = null } = met;
    const id = `${roof.id}/${suffix}`;
    if (forbids) barredBy ??= id;
    barriers.push({
      id,
      kind,
      place: roof.id,
      owner,
      effect: { pounds, weeks, forbids },
      from: null,
      until: null,
      source,
    });
  };

  if (radio.closedRoofs.includes(roof.id))
    meet('wayleave', { suffix: 'ruled out', owner: 'whoever made this plan', forbids: true });

  const wayleave = wayleaveOf(roof, radio);
  const hasAccess = isLifted('wayleave');
  const isStandard = levers.some(
    (lever) => lever.kind === 'standard wayleave' && isPulledFor(lever, 'wayleave', roof.id),
  );
  const agreed: Wayleave = hasAccess || (isStandard && wayleave !== 'refusing') ? 'willing' : wayleave;
  const agreeWeeks =
    agreed === 'refusing' ? null : leastOf(weeksOf('weeksForWillingRoof'), weeksOf(WEEKS[agreed]), agreed);
  const agreePence = agreed === 'silent' ? price('poundsForSilentRoof') : NO_SPREAD;
  if (!hasAccess)
    meet('wayleave', {
      owner: roof.owner ?? 'the roof’s owner, who is not known',
      pounds: agreed === 'silent' ? rangeOfItem(card, 'poundsForSilentRoof', '£') : null,
      weeks:
        agreed === 'refusing'
          ? null
          : { ...(agreeWeeks ?? NO_SPREAD), unit: 'weeks', basis: basisOf(card, WEEKS[agreed]) },
      forbids: agreed === 'refusing',
    });

  let needsPlanning = false;
  for (const hint of given.hints) {
    const { barrier } = hint;
    if (!barrier || !PLANNING.has(barrier.kind) || isLifted(barrier.kind)) continue;
    // One application answers them all: the first that is met bears its pounds.
    meet(barrier.kind, {
      suffix: hint.rule,
      owner: barrier.owner,
      pounds: needsPlanning ? null : rangeOfItem(card, 'poundsForPlanning', '£'),
      weeks: rangeOfItem(card, 'weeksForPlanning', 'weeks'),
      source: barrier.source,
    });
    needsPlanning = true;
  }

  const isRated = !isLifted('business rates');
  if (isRated)
    meet('business rates', {
      owner: 'the Valuation Office Agency and the council',
      pounds: rangeOfItem(card, 'poundsOfBusinessRatesPerHubAYear', '£ a year'),
      source: card.items.poundsOfBusinessRatesPerHubAYear.source,
    });

  const power = isLifted('no power') ? 'there' : powerAt(roof);
  if (power === 'lacking')
    meet('no power', {
      owner: roof.isCouncils === true ? 'the council' : 'the distribution network operator',
      pounds: rangeOfItem(card, 'poundsPerPowerSupply', '£'),
      weeks: rangeOfItem(card, 'weeksForPowerSupply', 'weeks'),
    });

  if (device && isLicenceHeldByOthers(device) && !isLifted('spectrum'))
    meet('spectrum', { owner: 'Ofcom, and who holds the licence', forbids: true });
  else
    for (const { barrier, rule } of given.hints)
      if (barrier?.kind === 'spectrum' && !isLifted('spectrum') && !(device && isLicenceHeldByOthers(device)))
        meet('spectrum', { suffix: rule, owner: barrier.owner, source: barrier.source });

  const planningWeeks = needsPlanning ? weeksOf('weeksForPlanning') : NO_SPREAD;
  const powerWeeks = power === 'there' ? NO_SPREAD : asFar(power, weeksOf('weeksForPowerSupply'));
  const rent = price(roof.isCouncils === true ? 'poundsPerCouncilRoofAYear' : 'poundsPerRoofAYear');
  return {
    barredBy,
    barriers,
    pence: [
      agreePence,
      needsPlanning ? price('poundsForPlanning') : NO_SPREAD,
      power === 'there' ? NO_SPREAD : asFar(power, price('poundsPerPowerSupply')),
    ].reduce(addSpreads),
    penceAYear: addSpreads(rent, isRated ? price('poundsOfBusinessRatesPerHubAYear') : NO_SPREAD),
    weeks:
      barredBy === null && agreeWeeks ? addSpreads(agreeWeeks, mostSpread(planningWeeks, powerWeeks)) : null,
  };
}

/** What a person says of an owner, else the file. */
export function wayleaveOf(roof: HubRoof, { wayleaves }: Pick<PlanRadio, 'wayleaves'>): Wayleave {
  return wayleaves.find((one) => one.roof === roof.id)?.wayleave ?? roof.wayleave;
}

/** Whether a lever takes this barrier away here. The council opens its own roofs only, unless one is named. */
function lifts(lever: Lever, kind: BarrierKind, roof: HubRoof): boolean {
  if (!isPulledFor(lever, kind, roof.id) || lever.kind === 'standard wayleave') return false;
  return lever.kind !== 'council-roof access' || lever.places !== null || roof.isCouncils === true;
}

const PLANNING: ReadonlySet<BarrierKind> = new Set([
  'planning prior approval',
  'listed building or conservation area',
]);

const WEEKS = {
  willing: 'weeksForWillingRoof',
  silent: 'weeksForSilentRoof',
  'not asked': 'weeksForUnaskedRoof',
  refusing: 'weeksForSilentRoof',
} as const satisfies Record<Wayleave, PlanItem>;

/** A willing owner never takes longer than the same one silent or not asked would. */
function leastOf(willing: Spread, own: Spread, agreed: Wayleave): Spread {
  return agreed === 'willing' ? willing : mostSpread(willing, own);
}

type Power = 'there' | 'likely' | 'unlikely' | 'lacking';

function powerAt({ hasPower, kind }: HubRoof): Power {
  if (hasPower !== null) return hasPower ? 'there' : 'lacking';
  return /column|pole|mast|lamp/i.test(kind) ? 'unlikely' : 'likely';
}

/** Of what a supply takes: what is not known spans from none to all of it. */
function asFar(power: Power, { low, mid, high }: Spread): Spread {
  if (power === 'lacking') return { low, mid, high };
  return { low: 0, mid: power === 'unlikely' ? mid : 0, high };
}

function rangeOfItem(card: PlanCard, item: PlanItem, unit: string): Range {
  return { ...card.items[item].value, unit, basis: basisOf(card, item) };
}

function basisOf(card: PlanCard, item: PlanItem): Range['basis'] {
  return card.items[item].source === null ? 'assumed' : 'published';
}

function mostSpread(one: Spread, other: Spread): Spread {
  return {
    low: Math.max(one.low, other.low),
    mid: Math.max(one.mid, other.mid),
    high: Math.max(one.high, other.high),
  };
}
