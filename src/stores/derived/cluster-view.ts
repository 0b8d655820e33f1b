import { capitalised } from '../../domain/capitalised.ts';
import type { NotSpotClusters } from '../../domain/clusters/not-spot-clusters.ts';
import { count, percent, unitWord } from '../../domain/not-spots/headline.ts';
import { PREMISES_USES } from '../../domain/premises/premises-use.ts';
import { nameOfUse } from './by-use-lines.ts';
import { bandText, hectaresText, nearestText, unitsText } from './cluster-text.ts';
import { numberOf } from './count-text.ts';
import { ordinal } from './ordinal.ts';

/** One cluster as its own page shows it. */
export interface ClusterView {
  /** Its number in the answer. */
  readonly cluster: number;
  readonly id: string;
  readonly name: string;
  /** "1st of 63 clusters · Alder" */
  readonly rank: string;
  readonly notSpots: string;
  readonly band: string | null;
  /** "not-spots, 6.7 % of all 4,637" */
  readonly of: string;
  readonly missing: readonly MissingLine[];
  readonly uses: { readonly column: string; readonly lines: readonly ClusterLine[] } | null;
  readonly wards: readonly (ClusterLine & { readonly code: string | null })[];
  readonly nearest: { readonly id: string; readonly distance: string } | null;
  /** Area, density, need: name and value. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly previous: string | null;
  readonly next: string | null;
}

/** A part of the cluster's premises, with its share as a bar. */
export interface ClusterLine {
  readonly name: string;
  readonly value: string;
  readonly share: number;
}

/** What of one technology is missing. */
export interface MissingLine {
  readonly label: string;
  /** "412 of 420 premises lack it" */
  readonly words: string;
  /** What else is known: "8 perhaps covered; not known for 3; Plover covers 40". '' for nothing. */
  readonly more: string;
  readonly shares: { readonly lacking: number; readonly perhaps: number; readonly notKnown: number };
}

/** The cluster with this id, or null where there is none such any more. */
export function clusterView(clusters: NotSpotClusters, id: string): ClusterView | null {
  const cluster = clusters.ids.indexOf(id);
  if (cluster < 0) return null;
  const { size, all, ids, names, nearestCovered } = clusters;
  const wards = wardLines(clusters, cluster);
  return {
    cluster,
    id,
    name: names[cluster],
    rank: `${ordinal(cluster + 1)} of ${numberOf(clusters.count, 'cluster')} · ${wards[0].name}`,
    notSpots: unitsText(size, cluster),
    band: bandText(size, cluster),
    of: `${Math.round(size.mid[cluster]) === 1 ? 'not-spot' : 'not-spots'}, ${percent(size.mid[cluster] / all.mid)} of all ${count(all.mid)}`,
    missing: missingLines(clusters, cluster),
    uses: linesByUse(clusters, cluster),
    wards,
    nearest:
      nearestCovered.row[cluster] < 0
        ? null
        : {
            id: nearestCovered.ids[cluster] || 'no identifier',
            distance: nearestText(nearestCovered.distanceMetres[cluster]),
          },
    facts: factsOf(clusters, cluster),
    previous: ids[cluster - 1] ?? null,
    next: ids[cluster + 1] ?? null,
  };
}

function missingLines({ technologies, unit }: NotSpotClusters, c: number): MissingLine[] {
  return technologies.map(({ label, covered, perhaps, lacking, notKnown, operators }) => {
    const all = covered[c] + perhaps[c] + lacking[c] + notKnown[c];
    const share = (value: number): number => (all === 0 ? 0 : value / all);
    const more = [
      covered[c] > 0 ? `${count(covered[c])} have it` : '',
      perhaps[c] > 0 ? `${count(perhaps[c])} perhaps` : '',
      notKnown[c] > 0 ? `not known for ${count(notKnown[c])}` : '',
      ...operators
        .filter((one) => one.covered[c] > 0)
        .map((one) => `${one.label} covers ${count(one.covered[c])}`),
    ];
    return {
      label: capitalised(label),
      words: `${count(lacking[c])} of ${count(all)} ${unitWord(unit, all)} (${percent(share(lacking[c]))}) lack it`,
      more: more.filter(Boolean).join('; '),
      shares: { lacking: share(lacking[c]), perhaps: share(perhaps[c]), notKnown: share(notKnown[c]) },
    };
  });
}

function linesByUse(clusters: NotSpotClusters, c: number): ClusterView['uses'] {
  const { uses, size } = clusters;
  if (!uses) return null;
  const some = PREMISES_USES.map((use, at) => ({
    use,
    units: uses.units[c * PREMISES_USES.length + at],
  })).filter(({ units }) => units > 0);
  const lines = some.map(({ use, units }) => ({
    name: nameOfUse(use, { uses: some }),
    value: count(units),
    share: units / size.mid[c],
  }));
  return { column: uses.column, lines };
}

function wardLines(clusters: NotSpotClusters, c: number): ClusterView['wards'] {
  const { wards, wardStarts, wardUnits, wardNames, wardCodes, size } = clusters;
  return Array.from(wards.subarray(wardStarts[c], wardStarts[c + 1]), (ward, i) => ({
    code: wardCodes[ward] ?? null,
    name: (wardNames[ward] || wardCodes[ward]) ?? 'Outside the wards',
    value: unitsText(wardUnits, wardStarts[c] + i),
    share: wardUnits.mid[wardStarts[c] + i] / size.mid[c],
  }));
}

function factsOf(
  { areaSquareMetres, size, rowStarts, need }: NotSpotClusters,
  c: number,
): ClusterView['facts'] {
  const hectares = areaSquareMetres[c] / 10_000;
  return [
    { name: 'Area of the outline', value: hectaresText(areaSquareMetres[c]) },
    { name: 'Density', value: `${count(size.mid[c] / hectares)} not-spots a hectare` },
    { name: 'Rows of the premises', value: count(rowStarts[c + 1] - rowStarts[c]) },
    ...(need
      ? [
          {
            name: 'Weighted by need',
            value: `${count(need.weighted[c])}${need.notKnown[c] > 0 ? `; weight not known for ${count(need.notKnown[c])}` : ''}`,
          },
        ]
      : []),
  ];
}
