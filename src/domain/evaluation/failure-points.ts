import type { Built } from './built-together.ts';
import type { PointOfFailure } from './evaluation.ts';
import type { TrenchTree } from './trench-tree.ts';

/**
 * Everything that takes more than one unit with it when it fails, most first: fibre points, streets of trench, hubs,
 * backhaul links, and what lies in no street: ducts, pole routes, lead-ins and trench, each run between junctions. A street takes all
 * whose way to fibre runs through any of it. Units by trench or radio; those of a hub
 * hang on its trench, and on its link where it has one.
 */
export function failurePoints(built: Built, tree: TrenchTree): PointOfFailure[] {
  const behindHub = unitsBehindHubs(built);
  const points = [...hubPoints(built, behindHub), ...trenchPoints(built, tree, behindHub)];
  return points
    .filter(({ units }) => units > 1)
    .sort((one, other) => other.units - one.units || byName(one, other));
}

/** By hub: units that lose their service with it, of its own and of hubs that are linked through it. */
export function unitsBehindHubs({ hubs, radio }: Built): Float64Array {
  const own = new Float64Array(hubs.length);
  for (const { hub, place } of radio) if (hub >= 0) own[hub] += place.units;
  const behind = own.slice();
  const at = new Map(hubs.map(({ roof }, hub) => [roof.id, hub]));
  for (const [hub, { backhaul }] of hubs.entries()) {
    const next = backhaul.kind === 'link' ? at.get(backhaul.to) : undefined;
    if (next !== undefined) behind[next] += own[hub];
  }
  return behind;
}

function hubPoints({ hubs }: Built, behind: Float64Array): PointOfFailure[] {
  const names = new Map(hubs.map(({ roof }) => [roof.id, roof.name]));
  return hubs.flatMap(({ roof, backhaul }, hub): PointOfFailure[] => {
    const { id, name } = roof;
    const point: PointOfFailure = { kind: 'hub', id, name, units: behind[hub] };
    if (backhaul.kind === 'trench') return [point];
    const link = `${name} to ${names.get(backhaul.to) ?? backhaul.to}`;
    return [point, { kind: 'backhaul link', id: `${id} ${backhaul.to}`, name: link, units: behind[hub] }];
  });
}

function trenchPoints(
  { pieces, roots, fibre, hubs }: Built,
  { nodes, nodeAt }: TrenchTree,
  behindHub: Float64Array,
): PointOfFailure[] {
  const units = new Float64Array(nodes.length);
  const hang = (node: number, more: number): void => {
    if (node >= 0) units[node] += more;
  };
  for (const place of fibre) hang(nodeAt(place), place.units);
  for (const [hub, { backhaul, roof }] of hubs.entries())
    if (backhaul.kind === 'trench') hang(nodeAt(roof), behindHub[hub]);
  const behind = units.slice();
  for (let node = nodes.length - 1; node >= 0; node--)
    if (nodes[node].before >= 0) behind[nodes[node].before] += behind[node];

  const byRoot = new Float64Array(roots.length);
  const byStreet = new Map<string, number>();
  const streetsTo: (StreetsTo | null)[] = [];
  for (const [node, { before, piece, root }] of nodes.entries()) {
    if (before < 0) {
      if (root >= 0) byRoot[root] += behind[node];
      streetsTo.push(null);
      continue;
    }
    const { street } = pieces[piece];
    const way = streetsTo[before];
    if (street === null || isOn(way, street)) {
      streetsTo.push(way);
      continue;
    }
    byStreet.set(street, (byStreet.get(street) ?? 0) + behind[node]);
    streetsTo.push({ street, before: way });
  }
  const names = new Map(pieces.map(({ street, streetName }) => [street, streetName]));
  const rootNames = roots.map(({ name }) => name);
  return [
    ...runPoints(pieces, { nodes, behind, own: units, rootNames }),
    ...roots.map(
      ({ id, name }, root): PointOfFailure => ({ kind: 'fibre point', id, name, units: byRoot[root] }),
    ),
    ...Array.from(
      byStreet,
      ([id, sum]): PointOfFailure => ({ kind: 'trench', id, name: names.get(id) ?? id, units: sum }),
    ),
  ];
}

/** Runs of pieces in no street, of one kind each, with nobody and no junction between: what fails there takes all behind it. */
function runPoints(
  pieces: Built['pieces'],
  {
    nodes,
    behind,
    own,
    rootNames,
  }: {
    readonly nodes: TrenchTree['nodes'];
    /** By node: units behind it, and those that hang at it. */
    readonly behind: Float64Array;
    readonly own: Float64Array;
    readonly rootNames: readonly string[];
  },
): PointOfFailure[] {
  const children = new Int32Array(nodes.length);
  for (const { before } of nodes) if (before >= 0) children[before]++;
  const isOfRun = (node: number): boolean =>
    nodes[node].piece >= 0 && pieces[nodes[node].piece].street === null;
  const goesOn = (node: number): boolean => {
    const { before, piece } = nodes[node];
    return (
      before >= 0 &&
      isOfRun(before) &&
      children[before] === 1 &&
      own[before] === 0 &&
      pieces[nodes[before].piece].kind === pieces[piece].kind
    );
  };
  const metres = new Float64Array(nodes.length);
  const begins = new Int32Array(nodes.length);
  const isEnd = new Uint8Array(nodes.length);
  for (const [node, { before, piece }] of nodes.entries()) {
    if (!isOfRun(node)) continue;
    const isMore = goesOn(node);
    metres[node] = pieces[piece].metres + (isMore ? metres[before] : 0);
    begins[node] = isMore ? begins[before] : before;
    if (isMore) isEnd[before] = 0;
    isEnd[node] = 1;
  }
  const from = (node: number): string => {
    let between = 0;
    for (let at = node; at >= 0; at = nodes[at].before) {
      const { piece, root } = nodes[at];
      if (piece < 0) return root < 0 ? '' : farFrom(rootNames[root], between);
      const { street, streetName } = pieces[piece];
      if (street !== null) return farFrom(streetName ?? street, between);
      between += pieces[piece].metres;
    }
    return '';
  };
  return nodes.flatMap(({ piece }, node): PointOfFailure[] => {
    if (isEnd[node] === 0) return [];
    const { kind, line } = pieces[piece];
    const long = `${Math.max(1, Math.round(metres[node]))} m`;
    return [
      {
        kind: RUN_KINDS[kind],
        id: [line[0], line[1], line.at(-2), line.at(-1)].join(' '),
        name: `${RUN_NAMES[kind]} of ${long}${from(begins[node])}`,
        units: behind[node],
      },
    ];
  });
}

function farFrom(name: string, metres: number): string {
  return metres < 0.5 ? ` from ${name}` : `, ${Math.round(metres)} m beyond ${name}`;
}

const RUN_KINDS = {
  street: 'trench',
  crossing: 'trench',
  duct: 'duct',
  'pole route': 'pole route',
  'lead-in': 'lead-in',
} as const satisfies Record<Built['pieces'][number]['kind'], PointOfFailure['kind']>;

const RUN_NAMES: Readonly<Record<Built['pieces'][number]['kind'], string>> = {
  street: 'Trench in no street',
  crossing: 'Crossing in no street',
  duct: 'Duct',
  'pole route': 'Pole route',
  'lead-in': 'Lead-in',
};

/** Streets on the way to a node, each where it is first met; links are shared by all nodes behind. */
interface StreetsTo {
  readonly street: string;
  readonly before: StreetsTo | null;
}

function isOn(way: StreetsTo | null, street: string): boolean {
  for (let at = way; at; at = at.before) if (at.street === street) return true;
  return false;
}

function byName(one: PointOfFailure, other: PointOfFailure): number {
  return (
    KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) ||
    (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
  );
}

/** With as many behind them, in this order. */
const KINDS: readonly PointOfFailure['kind'][] = [
  'backhaul link',
  'fibre point',
  'hub',
  'trench',
  'duct',
  'pole route',
  'lead-in',
];
