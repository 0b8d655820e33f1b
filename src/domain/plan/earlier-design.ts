import { repricePieces } from '../cost/reprice-pieces.ts';
import { askedRoots } from '../dig/asked-roots.ts';
import type { DigResult } from '../dig/dig-design.ts';
import { mostUnitsPerSector } from '../hubs/hubs-among.ts';
import type { AskedDig, AskedPlan, AskedRadio } from './asked-plan.ts';
import { trenchPence } from './design-pence.ts';
import { isWaived } from './levered-dig.ts';
import type { PlanDesign } from './plan-design.ts';
import type { HubSector, RadioDesign } from './radio-design.ts';
import { withConsents } from './street-consents.ts';

/**
 * A design made earlier for the same question, at the prices and under the barriers of now; null where something of it must not
 * be built any more.
 */
export function earlierDesign(design: PlanDesign, { dig, radio }: AskedPlan): PlanDesign | null {
  const trench = design.trench && dig && earlierTrench(design.trench, dig);
  const hubs = design.radio && radio && earlierRadio(design.radio, radio);
  if ((design.trench && !trench) || (design.radio && !hubs)) return null;
  return { kind: design.kind, trench, radio: hubs };
}

function earlierTrench(result: DigResult, asked: AskedDig): DigResult | null {
  const { question, network, rates, sharedStreets } = asked;
  const roots = askedRoots(question, network);
  const open = new Set(
    [...roots.own, ...roots.ofFiles.map(({ point }) => point)].map((point) => JSON.stringify(point)),
  );
  if (result.roots.some((point) => !open.has(JSON.stringify(point)))) return null;
  const blocked = new Set(question.blocked);
  const isShut = result.pieces.some(
    ({ kind, street }) =>
      (kind === 'street' || kind === 'crossing') && street !== null && blocked.has(street),
  );
  if (isShut) return null;
  const { worksFrom, lifted } = question;
  const repriced = repricePieces(result.pieces, network, { card: rates, worksFrom, lifted, sharedStreets });
  if (!repriced) return null;
  const pieces = withConsents(repriced, {
    barriers: network.barriers,
    day: worksFrom,
    pence: asked.consentPence,
  });
  const searchedPence = trenchPence({ pieces, served: result.served }, asked);
  const isLifted = new Set(lifted.map(({ street }) => street));
  const detours = result.detours.filter(({ street }) => !isLifted.has(street));
  const named = new Set([
    ...pieces.flatMap(({ barriers }) => barriers),
    ...detours.map(({ barrier }) => barrier),
  ]);
  return {
    ...result,
    pieces,
    detours,
    barriers: network.barriers.filter((barrier) => named.has(barrier.id) && !isWaived(barrier)),
    searchedPence,
    lowerBoundPence: Math.min(result.lowerBoundPence, searchedPence),
    notes: [EARLIER_KEPT, ...result.notes.filter((note) => note !== EARLIER_KEPT)],
  };
}

const EARLIER_KEPT =
  'The route found before this change is kept: it may still be dug, and none that was found now costs less.';

/** null also where more take the service now than its sectors hold. */
function earlierRadio(
  design: RadioDesign,
  { candidates, device, termsOf, takeUpPercent }: AskedRadio,
): RadioDesign | null {
  if (design.deviceId !== device.id) return null;
  const most = mostUnitsPerSector(device.clientsPerSector.value, takeUpPercent);
  if (design.hubs.some(({ sectors }) => sectors.some(({ units }) => units > most))) return null;
  const roofs = new Map(candidates.map((roof) => [roof.id, roof]));
  const hubs = design.hubs.flatMap((hub) => {
    const roof = roofs.get(hub.roof.id);
    return roof && termsOf(roof).barredBy === null
      ? [{ ...hub, roof, sectors: hub.sectors.map((sector) => taken(sector, takeUpPercent)) }]
      : [];
  });
  if (hubs.length < design.hubs.length) return null;
  const behind = new Set(design.missed.map((place) => place.behind?.barrier));
  const met = hubs.flatMap(({ roof }) => termsOf(roof).barriers);
  const barriers = [...met, ...design.barriers.filter(({ id }) => behind.has(id))];
  return { ...design, hubs, barriers: [...new Map(barriers.map((one) => [one.id, one])).values()] };
}

/** A sector with the clients of now, to hundredths. */
function taken(sector: HubSector, takeUpPercent: number): HubSector {
  return { ...sector, clients: Math.round(sector.units * takeUpPercent) / 100 };
}
