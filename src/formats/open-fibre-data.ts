import type { TrenchPiece } from '../domain/cost/trench-piece.ts';
import type { DigDesign } from '../domain/dig/dig-design.ts';
import type { FibrePoint } from '../domain/streets/fibre-point.ts';
import { degrees, hundredths, positionsOf } from './dig-columns.ts';
import { type DigTold, digResultOf } from './dig-told.ts';
import { writeGeoJson } from './geojson.ts';
import { nameUuid } from './name-uuid.ts';

/**
 * A dig as a network package of the Open Fibre Data Standard 0.3 (JSON form): one network, a node wherever pieces meet or
 * end, a span for each piece of some length, all proposed. Published standard and its schema:
 * https://open-fibre-data-standard.readthedocs.io/en/0.3/ and
 * https://github.com/Open-Telecoms-Data/open-fibre-data-standard (tag 0__3__0, schema/network-schema.json).
 *
 * The standard has no place for prices, days of works, restrictions and premises not served; ids of premises are left out,
 * for it is made to be published. Pieces that end at the same place (1e-7 degrees) meet there, for pieces know of no nodes.
 * Throws RangeError where the design has no result.
 */
export function openFibrePackage(design: DigDesign, told: DigTold): string {
  return `${JSON.stringify({ networks: [openFibreNetwork(design, told)] }, null, 1)}\n`;
}

/** The nodes of the same network in the standard's GeoJSON form: what they refer to stands within them. */
export function openFibreNodes(design: DigDesign, told: DigTold): string {
  const network = openFibreNetwork(design, told);
  const { nodes = [], organisations = [] } = network;
  return writeGeoJson(
    nodes.map(({ location, physicalInfrastructureProvider: owner, ...node }) => ({
      geometry: location,
      properties: {
        ...node,
        ...(owner
          ? { physicalInfrastructureProvider: organisations.find(({ id }) => id === owner.id) ?? owner }
          : {}),
        network: bare(network),
        featureType: 'node',
      },
    })),
  );
}

/** The spans of the same network in the standard's GeoJSON form. */
export function openFibreSpans(design: DigDesign, told: DigTold): string {
  const network = openFibreNetwork(design, told);
  const { nodes = [], spans = [], phases = [] } = network;
  const nodesById = new Map(nodes.map((node) => [node.id, node]));
  return writeGeoJson(
    spans.map(({ route, start, end, phase, ...span }) => ({
      geometry: route,
      properties: {
        ...span,
        ...(phase ? { phase: phases.find(({ id }) => id === phase.id) ?? phase } : {}),
        start: nodesById.get(start),
        end: nodesById.get(end),
        network: bare(network),
        featureType: 'span',
      },
    })),
  );
}

interface Reference {
  readonly id: string;
  readonly name: string;
}

interface OpenFibreNode {
  readonly id: string;
  readonly name?: string;
  readonly location: { readonly type: 'Point'; readonly coordinates: readonly number[] };
  readonly type?: readonly string[];
  readonly physicalInfrastructureProvider?: Reference;
}

interface OpenFibreSpan {
  readonly id: string;
  readonly name?: string;
  readonly phase?: Reference;
  readonly status: 'proposed';
  readonly start: string;
  readonly end: string;
  readonly directed: false;
  readonly route: { readonly type: 'LineString'; readonly coordinates: readonly (readonly number[])[] };
  readonly transmissionMedium: readonly ['fibre'];
  readonly deployment: readonly ['belowGround' | 'aboveGround'];
  readonly deploymentDetails: { readonly description: string };
}

/** A network as the schema has it; lists of nothing are absent, for it asks for one item at least. */
interface OpenFibreNetwork {
  readonly id: string;
  readonly name: string;
  readonly nodes?: readonly OpenFibreNode[];
  readonly spans?: readonly OpenFibreSpan[];
  readonly phases?: readonly (Reference & { readonly description: string })[];
  readonly organisations?: readonly (Reference & { readonly roles: readonly string[] })[];
  readonly publicationDate: string;
  readonly crs: { readonly name: string; readonly uri: string };
  readonly language: string;
  readonly links: readonly { readonly href: string; readonly rel: string }[];
}

const SCHEMA =
  'https://raw.githubusercontent.com/Open-Telecoms-Data/open-fibre-data-standard/0__3__0/schema/network-schema.json';
const CRS84 = {
  name: 'urn:ogc:def:crs:OGC::CRS84',
  uri: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
};
/** UUID of the names of networks, made once at random. */
const NETWORKS = '3f093cbc-1ad9-4b81-b603-70389a5e15d4';

function openFibreNetwork(design: DigDesign, told: DigTold): OpenFibreNetwork {
  const { pieces, roots, served } = digResultOf(design);
  const owners = [...new Set(roots.flatMap(({ owner }) => (owner ? [owner] : [])))];
  const organisations = owners.map((name, i) => ({ id: `organisation-${i + 1}`, name }));
  const nodes = new NodesByPlace();
  for (const root of roots) {
    const owner = organisations.find(({ name }) => name === root.owner);
    nodes.put(placeOf(root, pieces), { ...rootMembers(root), ...provider(owner) });
  }
  const premises = new Set(served.map(({ lon, lat }) => placeKey([degrees(lon), degrees(lat)])));
  const phase = { id: 'dig', name: design.name || 'Dig' };
  const spans = pieces.flatMap((piece, i): OpenFibreSpan[] => {
    const route = positionsOf(piece.line);
    // A join of nothing: its ends are one node.
    if (route.length < 2 || (piece.metres === 0 && placeKey(route[0]) === placeKey(route[route.length - 1])))
      return [];
    const [start, end] = [route[0], route[route.length - 1]].map((place) =>
      nodes.put(place, premises.has(placeKey(place)) ? { type: ['premises'] } : {}),
    );
    const name = piece.streetName ?? piece.street;
    return [
      {
        id: `span-${i + 1}`,
        ...(name ? { name } : {}),
        // Ducts and poles stand already: only what is built belongs to the phase.
        ...(piece.kind === 'duct' || piece.kind === 'pole route' ? {} : { phase }),
        status: 'proposed',
        start,
        end,
        directed: false,
        route: { type: 'LineString', coordinates: route },
        transmissionMedium: ['fibre'],
        deployment: [piece.kind === 'pole route' ? 'aboveGround' : 'belowGround'],
        deploymentDetails: { description: deploymentWords(piece) },
      },
    ];
  });
  const title = [design.name, told.projectName].filter(Boolean).join(', ') || 'Dig';
  return {
    id: nameUuid(NETWORKS, JSON.stringify([told.projectName, design.id])),
    name: told.fictional ? `${title} (fictional)` : title,
    ...some('nodes', nodes.all),
    ...some('spans', spans),
    ...some('phases', spans.some((span) => span.phase) ? [{ ...phase, description: phaseWords(told) }] : []),
    ...some(
      'organisations',
      organisations.map((one) => ({ ...one, roles: ['physicalInfrastructureProvider'] })),
    ),
    publicationDate: told.madeOn,
    crs: CRS84,
    language: 'en',
    links: [{ href: SCHEMA, rel: 'describedby' }],
  };
}

/** The nodes by where they are, in the order in which they were first met. */
class NodesByPlace {
  readonly all: OpenFibreNode[] = [];
  private readonly placeOf = new Map<string, number>();

  /** Gives the id of the node at a place; what is said of one that is there already stands. */
  put(position: readonly number[], said: Omit<Partial<OpenFibreNode>, 'id' | 'location'>): string {
    const key = placeKey(position);
    const at = this.placeOf.get(key);
    if (at !== undefined) return this.all[at].id;
    const id = `node-${this.all.length + 1}`;
    this.placeOf.set(key, this.all.length);
    this.all.push({ id, ...said, location: { type: 'Point', coordinates: position } });
    return id;
  }
}

/** Where a root's node is: at the end of a piece nearer than a metre or so, which was taken for the same place. */
function placeOf({ lon, lat }: FibrePoint, pieces: readonly TrenchPiece[]): readonly number[] {
  const own = [degrees(lon), degrees(lat)];
  let [nearest, least] = [own, ONE_PLACE_DEGREES];
  for (const { line } of pieces) {
    const route = positionsOf(line);
    for (const end of [route[0], route[route.length - 1]]) {
      if (!end) continue;
      const apart = Math.hypot(end[0] - lon, end[1] - lat);
      if (apart < least) [nearest, least] = [end, apart];
    }
  }
  return nearest;
}

/** Roots and ends of streets nearer than half a metre are joined as one; in degrees of longitude in Britain. */
const ONE_PLACE_DEGREES = 1e-5;

function placeKey(position: readonly number[]): string {
  return position.join(' ');
}

function rootMembers({ id, name, kind }: FibrePoint) {
  const types: Partial<Record<FibrePoint['kind'], string>> = {
    exchange: 'exchange',
    cabinet: 'cabinet',
    'spine chamber': 'aggregationPoint',
  };
  const type = types[kind];
  const called = name || id;
  return { ...(called ? { name: called } : {}), ...(type ? { type: [type] } : {}) };
}

function provider(owner: Reference | undefined) {
  return owner ? { physicalInfrastructureProvider: owner } : {};
}

function deploymentWords({ kind, method, surface, crossing, metres, poles, side }: TrenchPiece): string {
  const how = method ? `${method} in ${surface === 'not known' ? 'a surface not known' : surface}` : kind;
  return [
    method && kind !== 'street' ? `${kind}, ${how}` : how,
    ...(side === 'centre' ? [] : [`${side} side`]),
    ...(crossing === 'none' ? [] : [`crosses ${crossing}`]),
    ...(poles > 0 ? [`${poles} poles`] : []),
    `${hundredths(metres)} m`,
  ].join(', ');
}

function phaseWords({ remark, sources }: DigTold): string {
  const words = ['What is to be dug or led in', remark, sources && `made of ${sources}`];
  return words.filter(Boolean).join('; ');
}

function bare({ nodes: _, spans: __, phases: ___, organisations: ____, ...network }: OpenFibreNetwork) {
  return network;
}

function some<Name extends string, Item>(name: Name, list: readonly Item[]) {
  return list.length > 0 ? { [name]: list } : {};
}
