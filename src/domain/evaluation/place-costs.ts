import { connectionPence } from '../cost/connection-pence.ts';
import { partsOfHub, radioPrices } from '../cost/radio-prices.ts';
import type { Spread } from '../cost/rate-card.ts';
import type { PlanDesign } from '../plan/plan-design.ts';
import { takeUpOf } from '../plan/take-up.ts';
import { type Built, builtTogether, pointKey } from './built-together.ts';
import { addParts, addShare, type CostVector, noCosts } from './cost-vector.ts';
import type { EvaluationInput } from './evaluation-input.ts';
import { unitsBehindHubs } from './failure-points.ts';
import { type TrenchTree, trenchTree } from './trench-tree.ts';

/** What costs are shared over. */
export type SharedOver = Pick<EvaluationInput, 'plan' | 'places' | 'rates' | 'card' | 'device' | 'termsOf'>;

/**
 * What each place of a design costs by the unit over the term, by `pointKey`; places that it does not serve are left out.
 * Whoever uses a thing shares it equally, unit by unit: a piece of trench all whose way to fibre runs through it, a hub those
 * it serves and those of hubs linked through it, a link those behind it; what is paid for each unit falls on that unit.
 * Pieces that nobody's way runs through (streets that were to be dug in any case, dead ends), and hubs that serve nobody,
 * fall on all units of the design. Together they are the design's whole. Throws Error where there are hubs and no device.
 */
export function placeCosts(design: PlanDesign, over: SharedOver): Map<string, CostVector> {
  const built = builtTogether([design], over.places);
  const behind = unitsBehindHubs(built);
  const tree = trenchTree(built.pieces, built.roots);
  const units = [...built.fibre, ...built.radio.map(({ place }) => place)].reduce(
    (sum, place) => sum + place.units,
    0,
  );
  if (units === 0) return new Map();
  const { ofNode, unused } = trenchShares(built, { tree, behind });
  const { ofHub, ofUnit, ofCabled } = hubShares(built, { over, tree, behind, ofNode, unused });
  const ofAll = noCosts();
  addShare(ofAll, unused, units);
  const costs = new Map<string, CostVector>();
  const connection = connectionPence(over.rates, takeUpIn(over));
  for (const place of built.fibre) {
    const own = noCosts();
    addParts(own, [{ what: 'connection', pence: connection }]);
    addShare(own, ofAll, 1);
    const node = tree.nodeAt(place);
    if (node >= 0) addShare(own, ofNode[node], 1);
    costs.set(pointKey(place), own);
  }
  for (const { place, hub, metres } of built.radio) {
    const own = noCosts();
    addShare(own, metres > 0 ? ofUnit : ofCabled, 1);
    addShare(own, ofAll, 1);
    if (hub >= 0) addShare(own, ofHub[hub], 1);
    costs.set(pointKey(place), own);
  }
  return costs;
}

function takeUpIn({ plan: { question, levers }, card }: Pick<SharedOver, 'plan' | 'card'>): Spread {
  return takeUpOf(question, levers, card);
}

/** What a unit at each node of a trench pays for its way to fibre, and what pieces cost that nobody uses. */
function trenchShares(
  { pieces, fibre, hubs }: Built,
  { tree, behind }: { readonly tree: TrenchTree; readonly behind: Float64Array },
): { readonly ofNode: readonly CostVector[]; readonly unused: CostVector } {
  const { nodes, nodeAt } = tree;
  const users = new Float64Array(nodes.length);
  const hang = (node: number, more: number): void => {
    if (node >= 0) users[node] += more;
  };
  for (const place of fibre) hang(nodeAt(place), place.units);
  for (const [hub, { backhaul, roof }] of hubs.entries())
    if (backhaul.kind === 'trench') hang(nodeAt(roof), behind[hub]);
  for (let node = nodes.length - 1; node >= 0; node--)
    if (nodes[node].before >= 0) users[nodes[node].before] += users[node];
  const used = new Uint8Array(pieces.length);
  const ofNode: CostVector[] = [];
  for (const [node, { before, piece }] of nodes.entries()) {
    const share = noCosts();
    if (before >= 0) {
      addShare(share, ofNode[before], 1);
      if (users[node] > 0) {
        const own = noCosts();
        addParts(own, pieces[piece].parts);
        addShare(share, own, users[node]);
        used[piece] = 1;
      }
    }
    ofNode.push(share);
  }
  const unused = noCosts();
  for (const [piece, { parts }] of pieces.entries()) if (used[piece] === 0) addParts(unused, parts);
  return { ofNode, unused };
}

/** What a unit of each hub pays for its hub, the hub's way to fibre and its trench, and what radio costs at the unit itself. */
function hubShares(
  { hubs }: Built,
  {
    over: { plan, rates, card, device, termsOf },
    tree,
    behind,
    ofNode,
    unused,
  }: {
    readonly over: SharedOver;
    readonly tree: TrenchTree;
    readonly behind: Float64Array;
    readonly ofNode: readonly CostVector[];
    /** Takes what hubs cost that serve nobody. */
    readonly unused: CostVector;
  },
): {
  readonly ofHub: readonly CostVector[];
  readonly ofUnit: CostVector;
  readonly ofCabled: CostVector;
} {
  const ofUnit = noCosts();
  const ofCabled = noCosts();
  if (hubs.length === 0) return { ofHub: [], ofUnit, ofCabled };
  if (!device) throw new Error('Hubs cannot be priced without their device.');
  const prices = radioPrices(device, card, { ...rates, takeUpPercent: takeUpIn({ plan, card }) });
  addParts(ofUnit, prices.unit);
  addParts(ofCabled, prices.cabled);
  const at = new Map(hubs.map(({ roof }, hub) => [roof.id, hub]));
  const own = hubs.map(({ roof, backhaul }, hub) => {
    const share = noCosts();
    const costs = noCosts();
    addParts(costs, partsOfHub(prices, roof, termsOf(roof)));
    if (backhaul.kind === 'link') addParts(costs, prices.link);
    addShare(behind[hub] > 0 ? share : unused, costs, Math.max(1, behind[hub]));
    const node = backhaul.kind === 'trench' ? tree.nodeAt(roof) : -1;
    if (node >= 0) addShare(share, ofNode[node], 1);
    return share;
  });
  const ofHub = hubs.map(({ backhaul }, hub) => {
    const share = own[hub].slice();
    const next = backhaul.kind === 'link' ? at.get(backhaul.to) : undefined;
    if (next !== undefined) addShare(share, own[next], 1);
    return share;
  });
  return { ofHub, ofUnit, ofCabled };
}
