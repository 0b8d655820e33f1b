// biome-ignore lint/suspicious/noExplicitAny: what a file holds has no type
type Loose = any;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SCHEMA =
  'https://raw.githubusercontent.com/Open-Telecoms-Data/open-fibre-data-standard/0__3__0/schema/network-schema.json';
const STATUSES = ['proposed', 'planned', 'underConstruction', 'operational', 'decommissioned', 'inactive'];

/**
 * What a network package breaks of the Open Fibre Data Standard 0.3, of the fields that are used here: those that its
 * schema requires, lists and texts that must not be empty, closed code lists, formats, and the rules of its reference
 * that no schema can hold (what is referred to is there, under the same name; ids once). In the words of this test:
 * https://open-fibre-data-standard.readthedocs.io/en/0.3/reference/schema.html
 */
export function openFibreFaults(file: Loose): string[] {
  const faults: string[] = [];
  const need = (isKept: unknown, fault: string): void => {
    if (!isKept) faults.push(fault);
  };
  need(Array.isArray(file.networks) && file.networks.length > 0, 'networks: at least one');
  for (const network of file.networks ?? []) {
    need(UUID.test(network.id), `id: ${network.id} is no UUID`);
    const [first, ...others] = network.links ?? [];
    need(first?.href === SCHEMA && first?.rel === 'describedby', 'links: the first leads to the schema');
    need(
      others.every(({ href, rel }: Loose) => href && rel && !rel.startsWith('describedby')),
      'links: href and rel, described by one schema',
    );
    const { nodes = [], spans = [], phases = [], organisations = [] } = network;
    for (const name of ['nodes', 'spans', 'phases', 'organisations', 'contracts'])
      need(
        !(name in network) || (Array.isArray(network[name]) && network[name].length > 0),
        `${name}: absent or not empty`,
      );
    for (const list of [nodes, spans, phases, organisations]) {
      const ids = list.map(({ id }: Loose) => id);
      need(
        ids.every((id: unknown) => typeof id === 'string' && id !== ''),
        'id: a text that is not empty',
      );
      for (const [i, id] of ids.entries()) need(ids.indexOf(id) === i, `id: ${id} twice`);
    }
    const hasPlaces = nodes.some((node: Loose) => node.location) || spans.some((span: Loose) => span.route);
    const { crs } = network;
    need(
      !hasPlaces ||
        (crs?.name === 'urn:ogc:def:crs:OGC::CRS84' &&
          crs?.uri === 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'),
      'crs: where there are places',
    );
    need(DAY.test(network.publicationDate), 'publicationDate: a date');
    for (const [i, node] of nodes.entries()) {
      const at = `nodes/${i}`;
      need(!node.status || STATUSES.includes(node.status), `${at}/status: ${node.status}`);
      need(isGeometry(node.location, 'Point'), `${at}/location`);
      need(!node.type || isCodes(node.type), `${at}/type`);
      checkReference(node.physicalInfrastructureProvider, { of: organisations, at, need });
    }
    for (const [i, span] of spans.entries()) {
      const at = `spans/${i}`;
      for (const end of [span.start, span.end])
        need(
          nodes.some(({ id }: Loose) => id === end),
          `${at}: no node ${end}`,
        );
      need(STATUSES.includes(span.status), `${at}/status: ${span.status}`);
      need(typeof span.directed === 'boolean', `${at}/directed`);
      need(isGeometry(span.route, 'LineString'), `${at}/route`);
      need(isCodes(span.transmissionMedium, ['fibre', 'microwave', 'copper', 'coaxial']), `${at}/medium`);
      need(isCodes(span.deployment, ['aboveGround', 'belowGround']), `${at}/deployment`);
      checkReference(span.phase, { of: phases, at: `${at}/phase`, need });
    }
    need(texts(network).every(Boolean), 'name: an empty text');
  }
  return faults;
}

function checkReference(
  reference: Loose,
  { of, at, need }: { of: Loose[]; at: string; need: (isKept: unknown, fault: string) => void },
): void {
  if (!reference) return;
  const found = of.find(({ id }) => id === reference.id);
  need(found && (reference.name === undefined || reference.name === found.name), `${at}: ${reference.id}`);
}

function isGeometry(geometry: Loose, type: string): boolean {
  if (geometry?.type !== type || Object.keys(geometry).length !== 2) return false;
  const positions = type === 'Point' ? [geometry.coordinates] : geometry.coordinates;
  return (
    positions.length >= (type === 'Point' ? 1 : 2) &&
    positions.every(
      (one: Loose) => one.length === 2 && one.every((degrees: Loose) => Number.isFinite(degrees)),
    )
  );
}

function isCodes(list: Loose, codes?: readonly string[]): boolean {
  return (
    Array.isArray(list) &&
    list.length > 0 &&
    new Set(list).size === list.length &&
    list.every((code) => typeof code === 'string' && code !== '' && (!codes || codes.includes(code)))
  );
}

function texts(value: Loose): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
}
