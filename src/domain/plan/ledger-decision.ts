import type { AskedPlan } from './asked-plan.ts';
import type { Barrier } from './barrier.ts';
import type { HubRoof } from './hub-roof.ts';
import type { Lever } from './lever.ts';
import { leverFrom } from './levers-known.ts';
import { isRefused, type PlanGround } from './plan-ground.ts';
import { wayleaveOf } from './roof-terms-of.ts';

/** What decision removes a barrier: one of an owner, a street, or a rule. */
export interface LedgerDecision {
  readonly key: string;
  /** Whom or what it is about, in words. */
  readonly placeName: string;
  /** The lever to be pulled; null: none that we know. */
  readonly lever: Lever | null;
  /** That lever, or what is supposed in its stead, so that what it would unlock can be worked out all the same. */
  readonly removal: Lever;
  /**
   * Whether it opens roofs or streets that are closed; null: neither, it only makes what may be built already cheaper or
   * sooner, and nobody more can be served for it.
   */
  readonly opens: 'roofs' | 'streets' | null;
}

/** The decision that a barrier waits for; `left`: why it is not worked out; null: it has been taken already. */
export function ledgerDecision(
  barrier: Barrier,
  roof: HubRoof | null,
  asked: AskedPlan,
): LedgerDecision | { readonly left: string } | null {
  return roof ? ofRoof(barrier, roof, asked) : ofStreet(barrier, asked);
}

function ofRoof(
  barrier: Barrier,
  roof: HubRoof,
  asked: AskedPlan,
): LedgerDecision | { readonly left: string } | null {
  const owned = roof.owner ?? roof.name;
  const isCouncils = roof.isCouncils === true;
  switch (barrier.kind) {
    case 'wayleave':
      if (barrier.id.endsWith('/ruled out')) return { left: 'ruled out by whoever made this plan' };
      if (isCouncils && wayleaveOf(roof, asked.question.radio) !== 'willing')
        return pull('council-roof access', 'the council’s roofs and columns', { opens: 'roofs' });
      if (barrier.effect.forbids)
        return suppose(['wayleave'], `${owned}, who refuses`, {
          places: refusedBy(roof, asked),
          opens: 'roofs',
        });
      if (wayleaveOf(roof, asked.question.radio) === 'willing')
        return { left: 'willing owners have only to sign' };
      return pull('standard wayleave', 'owners who are silent or were not asked');
    case 'planning prior approval':
      return pull('planning reform', 'hubs that need prior approval');
    case 'listed building or conservation area':
      return pull('heritage order', 'hubs on protected buildings or land');
    case 'business rates':
      return pull('rates relief', 'all hubs');
    case 'no power':
      if (isCouncils) return pull('live columns', 'the council’s roofs and columns');
      return suppose(['no power'], owned, { places: [roof.id], opens: null });
    case 'spectrum':
      if (barrier.effect.forbids)
        return pull('spectrum sharing', 'every hub with this radio', { opens: 'roofs' });
      return { left: 'a licence for the radio is to be had by asking for it' };
    default:
      return { left: 'it is no matter of roofs' };
  }
}

function ofStreet(
  barrier: Barrier,
  { dig, ground }: AskedPlan,
): LedgerDecision | { readonly left: string } | null {
  const { kind, place, effect } = barrier;
  switch (kind) {
    case 'road-works restriction':
      if (!effect.forbids || dig?.question.lifted.some(({ street }) => street === place)) return null;
      return pull('section 58 waiver', streetName(place, ground), { places: [place], opens: 'streets' });
    case 'lane rental':
      return pull('lane-rental waiver', 'streets with lane rental');
    case 'traffic-sensitive street':
      return pull('working hours', 'traffic-sensitive streets');
    case 'permit':
      if (dig?.rates.items.poundsPerDayOfPermit.value.high === 0) return null;
      return pull('permit-fee waiver', 'all streets that are dug');
    case 'crossing':
      return {
        left: 'who owns what is crossed must agree: no lever is known, and the rates say what it costs',
      };
    case 'wayleave':
      return { left: 'a private street’s owner must agree: no lever is known, nor what it costs' };
    default:
      return { left: 'who decides is asked before the street is dug: no cost of it is known' };
  }
}

function pull(
  key: string,
  placeName: string,
  { places = null, opens = null }: Partial<Pick<LedgerDecision, 'opens'> & Pick<Lever, 'places'>> = {},
): LedgerDecision {
  const lever = leverFrom(key, places);
  return { key: lever.id, placeName, lever, removal: lever, opens };
}

/** It names roofs, and so opens them whoever's they are. Never shown nor pulled. */
function suppose(
  removes: Lever['removes'],
  placeName: string,
  { places, opens }: Pick<LedgerDecision, 'opens'> & { readonly places: readonly string[] },
): LedgerDecision {
  const key = `${removes.join()}: ${placeName}`;
  const removal: Lever = {
    ...{ id: `supposed ${key}`, kind: 'council-roof access', removes, places, owner: '' },
    ...{ cost: null, from: null, until: null, source: null },
  };
  return { key, placeName, lever: null, removal, opens };
}

/** All roofs of an owner who refuses: one decision. Without a known owner, that roof alone. */
function refusedBy(roof: HubRoof, { radio, question }: AskedPlan): string[] {
  if (roof.owner === null) return [roof.id];
  return (radio?.candidates ?? [])
    .filter((one) => one.owner === roof.owner && wayleaveOf(one, question.radio) === 'refusing')
    .map(({ id }) => id);
}

function streetName(id: string, { network }: PlanGround): string {
  if (isRefused(network)) return id;
  return network.streets.find((street) => street.id === id)?.name ?? id;
}
