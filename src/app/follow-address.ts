import type { AppContext } from '../actions/app-context.ts';
import { setRecipe } from '../actions/set-recipe.ts';
import { currentRecipe } from '../domain/project/project.ts';
import { SHARE_MARK } from '../formats/share-mark.ts';
import { needText } from '../stores/derived/need-text.ts';
import { isWardColumn } from '../stores/derived/ward-table.ts';
import { USUAL_CLUSTERS, type ViewState } from '../stores/view-store.ts';
import { type Address, formatAddress, PLAIN_ADDRESS, parseAddress } from './address.ts';

/** What the address bar said that could not be followed, in words; '' when all of it was. */
export type OnTrouble = (words: string) => void;

/**
 * Joins the view and the address bar both ways. Going to a page, a topic or a ward, and
 * choosing what is compared before and after, makes a step of the browser's history; sorting,
 * layers, camera and recipe change the present one. A share link that comes by is handed to
 * `onLink` and stands in the address no more. Returns a function that stops it.
 */
export function followAddress(
  context: AppContext,
  onTrouble: OnTrouble,
  onLink: (link: string) => void = () => undefined,
): () => void {
  let written = location.hash;
  // What the browser has, which a link changes before it tells of it.
  let shown = location.hash;
  let taking = false;
  // Wards, layers and recipe mean something only once a project is open.
  let waiting: Address | null = null;
  // A ward and an order that the address asked for, until the count tells whether there are such.
  let asked: Pick<Address, 'ward' | 'sort'> = NOTHING_ASKED;
  // Everything that could not be followed since the address last changed.
  let faults: readonly string[] = [];

  const addFaults = (more: readonly string[]): void => {
    const fresh = more.filter((fault) => fault !== '' && !faults.includes(fault));
    faults = [...faults, ...fresh];
    onTrouble(faults.join(' '));
  };
  const take = (work: () => readonly string[]): void => {
    taking = true;
    const more = work();
    taking = false;
    addFaults(more);
    write();
  };
  const write = (): void => {
    if (taking) return;
    if (location.hash !== shown) {
      onMove();
      return;
    }
    const now = formatAddress(
      waiting ? { ...waiting, page: context.view.getState().page } : addressOf(context),
    );
    if (now === written) return;
    const before = parseAddress(written).address;
    const after = parseAddress(now).address;
    const step =
      written !== '' &&
      (before.page !== after.page ||
        before.topic !== after.topic ||
        before.ward !== after.ward ||
        before.cluster !== after.cluster ||
        before.rooftops.topic !== after.rooftops.topic ||
        before.rooftops.siteId !== after.rooftops.siteId ||
        before.interventions.topic !== after.interventions.topic ||
        before.interventions.designId !== after.interventions.designId ||
        before.interventions.planId !== after.interventions.planId ||
        (before.sides !== null && after.sides !== null && before.sides !== after.sides));
    written = now;
    if (step) history.pushState(null, '', now);
    else history.replaceState(history.state, '', now);
    shown = location.hash;
  };
  const isOpen = (): boolean => context.project.getState().project.datasets.length > 0;
  const onProject = (): void => {
    const address = waiting;
    if (!address || !isOpen()) {
      write();
      return;
    }
    waiting = null;
    asked = address;
    take(() => takeProjectParts(context, address));
  };
  const onMove = (): void => {
    shown = location.hash;
    if (location.hash === written) return;
    if (location.hash.startsWith(SHARE_MARK)) {
      const link = location.hash;
      history.replaceState(history.state, '', written || '#/');
      shown = location.hash;
      onLink(link);
      return;
    }
    written = location.hash;
    const { address, unread } = parseAddress(location.hash);
    faults = [];
    take(() => {
      takeView(context, address);
      if (!isOpen()) waiting = address;
      asked = address;
      return [troubleOf(unread), ...(isOpen() ? takeProjectParts(context, address) : [])];
    });
    onCount();
  };

  const onCount = (): void => {
    const { analysis } = context.analysis.getState();
    if (!analysis || asked === NOTHING_ASKED) return;
    const { ward, sort } = asked;
    asked = NOTHING_ASKED;
    const { project } = context.project.getState();
    const more: string[] = [];
    if (ward !== null && !analysis.wardCodes.includes(ward)) {
      if (context.view.getState().wardCode === ward) context.view.setState({ wardCode: null });
      more.push(`The address names the ward ${ward}, which is not among the loaded wards.`);
    }
    if (sort && !isWardColumn(analysis, project.layers, sort.column)) {
      if (context.view.getState().sort.column === sort.column) context.view.setState({ sort: PLAIN_SORT });
      more.push(`The address sorts the wards by “${sort.column}”, which is no column of the ward table.`);
    }
    if (more.length > 0) addFaults(more);
  };

  const start = parseAddress(location.hash);
  takeView(context, start.address);
  if (!isOpen()) waiting = start.address;
  if (start.unread.length > 0) addFaults([troubleOf(start.unread)]);
  const stops = [
    context.view.subscribe(write),
    context.project.subscribe(onProject),
    context.analysis.subscribe(onCount),
  ];
  addEventListener('popstate', onMove);
  addEventListener('hashchange', onMove);
  return () => {
    for (const stop of stops) stop();
    removeEventListener('popstate', onMove);
    removeEventListener('hashchange', onMove);
  };
}

/** The address of what is on show. It always names the definition in force. */
export function addressOf(context: AppContext): Address {
  const view = context.view.getState();
  const { page, topic, compare, wardCode, sort, tableUse, sides, shownLayers, camera, clusters } = view;
  const { project } = context.project.getState();
  const plainSort = sort.column === PLAIN_SORT.column && sort.descending;
  const keys = project.layers.filter((layer) => shownLayers.includes(layer.id)).map((layer) => layer.key);
  return {
    page,
    topic,
    compare:
      topic === 'compare'
        ? { ...compare, need: project.need ? needText(project.need, project) : compare.need }
        : PLAIN_ADDRESS.compare,
    ward: wardCode,
    rooftops: rooftopParts(page, view.rooftops),
    interventions: interventionParts(page, view.interventions),
    ...clusterParts(topic, clusters),
    recipe: project.datasets.length > 0 ? currentRecipe(project).text : null,
    sort: plainSort ? null : sort,
    count: tableUse,
    sides: topic === 'before-after' ? sides : null,
    layers: keys.length > 0 ? keys : null,
    at: camera ? { zoom: camera.zoom, lat: camera.lat, lon: camera.lon } : null,
  };
}

/** Clusters stand in the address while they are the topic. */
function clusterParts(
  topic: ViewState['topic'],
  { id, distanceMetres, leastUnits }: ViewState['clusters'],
): Pick<Address, 'cluster' | 'distance' | 'least'> {
  const isOpen = topic === 'clusters';
  return {
    cluster: isOpen ? id : null,
    distance: isOpen && distanceMetres !== USUAL_CLUSTERS.distanceMetres ? distanceMetres : null,
    least: isOpen && leastUnits !== USUAL_CLUSTERS.leastUnits ? leastUnits : null,
  };
}

/** The Rooftops page stands in the address while it is open. */
function rooftopParts(page: ViewState['page'], { topic, siteId, link }: ViewState['rooftops']) {
  return page === 'rooftops' ? { topic, siteId, link } : PLAIN_ADDRESS.rooftops;
}

/** The Interventions page stands in the address while it is open. */
function interventionParts(
  page: ViewState['page'],
  { topic, designId, planId, compared, sides }: ViewState['interventions'],
) {
  return page === 'interventions'
    ? { topic, designId, planId, compared, sides }
    : PLAIN_ADDRESS.interventions;
}

const PLAIN_SORT: ViewState['sort'] = { column: 'not-spots', descending: true };

const NOTHING_ASKED: Pick<Address, 'ward' | 'sort'> = { ward: null, sort: null };

function takeView(context: AppContext, address: Address): void {
  context.view.setState({
    page: address.page,
    topic: address.topic,
    clusters: {
      ...context.view.getState().clusters,
      id: address.cluster,
      distanceMetres: address.distance ?? USUAL_CLUSTERS.distanceMetres,
      leastUnits: address.least ?? USUAL_CLUSTERS.leastUnits,
    },
    ...(address.page === 'rooftops'
      ? { rooftops: { ...context.view.getState().rooftops, ...address.rooftops } }
      : {}),
    ...(address.page === 'interventions'
      ? { interventions: { ...context.view.getState().interventions, ...address.interventions } }
      : {}),
    ...(address.topic === 'compare' ? { compare: address.compare } : {}),
    sort: address.sort ?? PLAIN_SORT,
    tableUse: address.count,
    ...(address.sides === null ? {} : { sides: address.sides }),
    ...(address.at ? { camera: address.at } : {}),
  });
}

function takeProjectParts(context: AppContext, address: Address): string[] {
  const faults: string[] = [];
  const { project } = context.project.getState();
  const wanted = address.layers ?? [];
  const shown = project.layers.filter((layer) => wanted.includes(layer.key)).map((layer) => layer.id);
  if (shown.length < wanted.length) faults.push('Some layers that the address names are not loaded.');
  context.view.setState({
    wardCode: address.ward,
    shownLayers: shown,
    ...(address.at ? { camera: address.at } : {}),
  });
  if (address.recipe !== null) {
    const error = setRecipe(context, address.recipe);
    if (error) faults.push(`The definition in the address cannot be used: ${error.message}`);
  }
  return faults;
}

function troubleOf(unread: readonly string[]): string {
  if (unread.length === 0) return '';
  return `Part of the address could not be read and was left out: ${unread.join(', ')}.`;
}
