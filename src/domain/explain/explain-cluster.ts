import type { NotSpotClusters } from '../clusters/not-spot-clusters.ts';
import { PREMISES_USES, type PremisesUse } from '../premises/premises-use.ts';
import type { Assumption } from '../project/figure.ts';
import { formulaNumber as n } from '../project/formula-number.ts';
import type { Project } from '../project/project.ts';
import type { CellExplanation, Working } from './cell-explanation.ts';
import type { ComputedIn } from './computed-in.ts';
import { figureLayers } from './figure-layers.ts';
import { figureSources } from './figure-sources.ts';
import type { ListedRows } from './rows-question.ts';
import { TOPIC_COMPUTED_IN as IN } from './topic-computed-in.ts';

/** One number of a cluster, by its column in the table of clusters; null for a column without numbers. */
export function explainCluster(
  clusters: NotSpotClusters,
  project: Project,
  { cluster, column }: { readonly cluster: number; readonly column: string },
): CellExplanation | null {
  const own = ownOf(clusters, cluster, column);
  if (!own) return null;
  const { question, unit, rowStarts, rows, all, names } = clusters;
  const layers = figureLayers(
    { kind: 'not-spots', place: 'total' },
    { recipeText: question.recipeText, notes: [] },
    project.layers,
  );
  const mine = rows.subarray(rowStarts[cluster], rowStarts[cluster + 1]);
  const middle: Assumption[] =
    all.low === all.high
      ? []
      : [
          {
            text: 'Of premises that are covered at one confidence and not at the other, the middle of the range counts half.',
            source: null,
          },
        ];
  const listed: ListedRows = { kind: 'listed', place: 'total', rows: [...mine] };
  const { what, of, definition, workings, filter = {}, assumptions = [], notKnown = [], files } = own;
  return {
    title: `${what} of ${names[cluster]}`,
    of,
    definition: `${definition} The cluster: ${unit} that are a not-spot by the recipe ${question.recipeText}, joined where two are at most ${n(question.distanceMetres)} m apart on the British National Grid; of at least ${n(question.leastUnits)}.`,
    workings,
    counted: `${n(mine.length)} ${mine.length === 1 ? 'row of the premises file is' : 'rows of the premises file are'} in the cluster${clusters.size.low[cluster] < clusters.size.high[cluster] ? '; those covered at the lower confidence only count half' : ''}.`,
    rows: 'only' in own && own.only !== undefined ? { ...listed, rows: own.only } : { ...listed, ...filter },
    sources: figureSources(project, layers, null),
    assumptions: [...middle, ...assumptions, ...project.assumptions],
    notKnown,
    checkedHow: null,
    checks: null,
    computedIn: [...files, IN.clusters, IN.joining],
  };
}

interface Own {
  readonly what: string;
  readonly of: string;
  readonly definition: string;
  readonly workings: readonly Working[];
  readonly filter?: Pick<ListedRows, 'uses' | 'without'>;
  /** Rows behind it where they are none of the cluster's. */
  readonly only?: readonly number[];
  readonly assumptions?: readonly Assumption[];
  readonly notKnown?: readonly string[];
  readonly files: readonly ComputedIn[];
}

function ownOf(clusters: NotSpotClusters, cluster: number, column: string): Own | null {
  const { size, nearestCovered, areaSquareMetres, need, technologies } = clusters;
  const mid = size.mid[cluster];
  const plain = (result: string, working: string, note = ''): Working => ({ result, working, note });
  if (column === 'not-spots') return notSpotsOf(clusters, cluster);
  if (column === 'rank') {
    let more = 0;
    let equal = 0;
    for (let other = 0; other < cluster; other++) {
      if (size.mid[other] > mid) more++;
      else equal++;
    }
    return {
      what: 'Rank',
      of: `of ${n(clusters.count)} clusters`,
      definition:
        'Clusters in order of their number of not-spots, most first; of equals the westernmost first.',
      workings: [
        plain(
          `Place ${n(cluster + 1)}`,
          `1 + ${n(more)} with more than its ${n(mid)} not-spots + ${n(equal)} with as many that stand before it`,
        ),
      ],
      files: [],
    };
  }
  if (column === 'nearest') {
    const row = nearestCovered.row[cluster];
    const far = nearestCovered.distanceMetres[cluster];
    return {
      what: 'Distance to the nearest covered premises',
      of: row < 0 ? 'there is none' : `to ${nearestCovered.ids[cluster] || 'a premises without an id'}`,
      definition:
        'The shortest distance in a straight line on the British National Grid between a premises of the cluster and one that is surely no not-spot. It is not the length of a line along streets.',
      workings:
        row < 0
          ? []
          : [
              plain(
                `${n(far)} m`,
                `from the nearest row of the cluster to ${nearestCovered.lat[cluster].toFixed(5)}, ${nearestCovered.lon[cluster].toFixed(5)}`,
              ),
            ],
      only: row < 0 ? [] : [row],
      files: [IN.nearest],
    };
  }
  if (column === 'area') {
    const area = areaSquareMetres[cluster];
    return {
      what: 'Area',
      of: 'inside the outline',
      definition: 'Area of the outline drawn round the premises of the cluster, on the WGS84 ellipsoid.',
      workings: [plain(`${n(area / 10_000)} ha`, `${n(area)} m² ÷ 10,000`)],
      files: [IN.outline, IN.ellipsoid],
    };
  }
  if (column === 'need' && need) {
    const [weighted, notKnown] = [need.weighted[cluster], need.notKnown[cluster]];
    const counted = mid - notKnown;
    return {
      what: 'Need',
      of: `from ${n(counted)} not-spots with a weight`,
      definition: 'Its not-spots, each counted by its weight of need: its value ÷ the mean of all.',
      workings: [
        plain(
          n(weighted),
          `${n(counted)} not-spots × ${n(counted === 0 ? 0 : weighted / counted)} average weight`,
        ),
      ],
      assumptions: [
        { text: 'Need weighs in proportion to the value: twice the value counts twice.', source: null },
      ],
      notKnown: notKnown > 0 ? [`For ${n(notKnown)} of ${n(mid)} not-spots no need is known.`] : [],
      files: [IN.weights],
    };
  }
  const technology = technologies.find(({ name }) => column === `lacks-${name}`);
  if (technology) {
    const { label, name, covered, perhaps, lacking, notKnown } = technology;
    const [yes, open, no, unknown] = [covered, perhaps, lacking, notKnown].map((one) => one[cluster]);
    const all = yes + open + no + unknown;
    return {
      what: `No ${label}: premises`,
      of: `of ${n(all)} of the cluster`,
      definition: `Premises of the cluster that ${label} surely does not reach, by “${name}” of the recipe.`,
      workings: [
        plain(
          `${n(no)} without ${label}`,
          `${n(all)} of the cluster − ${n(yes)} covered − ${n(open)} covered at the lower confidence only − ${n(unknown)} not known`,
        ),
      ],
      filter: { without: name },
      notKnown:
        unknown > 0 ? [`For ${n(unknown)} of ${n(all)} it is not known. They count neither way.`] : [],
      files: [IN.missing],
    };
  }
  return ownOfUse(clusters, cluster, column);
}

function notSpotsOf(clusters: NotSpotClusters, cluster: number): Own {
  const { size, wards, wardStarts, wardUnits, wardNames, wardCodes, all } = clusters;
  const parts: string[] = [];
  for (let i = wardStarts[cluster]; i < wardStarts[cluster + 1]; i++) {
    const name = (wardNames[wards[i]] || wardCodes[wards[i]]) ?? 'outside every ward';
    parts.push(`${n(wardUnits.mid[i])} in ${name}`);
  }
  const mid = size.mid[cluster];
  return {
    what: 'Not-spots',
    of: `of ${n(all.mid)} not-spots in all`,
    definition: 'Not-spots that belong to the cluster.',
    workings: [
      { result: `${n(mid)} not-spots`, working: parts.join(' + '), note: '' },
      {
        result: `${n((100 * mid) / all.mid)} % of all not-spots`,
        working: `100 × ${n(mid)} ÷ ${n(all.mid)}`,
        note: '',
      },
    ],
    files: [],
  };
}

const USES_OF: ReadonlyMap<string, { readonly what: string; readonly uses: readonly PremisesUse[] }> =
  new Map([
    ['use-home', { what: 'Homes', uses: ['home', 'flat'] as const }],
    ['use-flat', { what: 'Flats', uses: ['flat'] as const }],
    ['use-business', { what: 'Businesses', uses: ['business'] as const }],
  ]);

function ownOfUse({ uses, size }: NotSpotClusters, cluster: number, column: string): Own | null {
  const asked = USES_OF.get(column);
  if (!asked || !uses) return null;
  const at = (use: PremisesUse): number =>
    uses.units[cluster * PREMISES_USES.length + PREMISES_USES.indexOf(use)];
  const sum = asked.uses.reduce((total, use) => total + at(use), 0);
  const rest = PREMISES_USES.filter((use) => !asked.uses.includes(use) && at(use) > 0);
  return {
    what: asked.what,
    of: `of ${n(size.mid[cluster])} not-spots of the cluster`,
    definition: `Not-spots of the cluster that are ${asked.uses.join(' or ')}, by the column “${uses.column}” of the premises.`,
    workings: [
      {
        result: `${n(sum)} ${asked.what.toLowerCase()}`,
        working: [
          `${n(size.mid[cluster])} not-spots`,
          ...rest.map((use) => `${n(at(use))} ${use === 'not known' ? 'of a use not known' : use}`),
        ].join(' − '),
        note: '',
      },
    ],
    filter: { uses: asked.uses },
    files: [],
  };
}
