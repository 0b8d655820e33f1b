import type { RooftopSite } from '../../src/domain/radio/rooftop-site.ts';
import type { Borough } from '../borough.ts';
import { degreesOf } from '../borough-file.ts';
import { type CouncilAsset, councilAssetsOf } from './council-assets.ts';

/** A few roofs of the council to begin with: the highest of some kinds in its largest town. Invented. */
export function demoSites(borough: Borough): RooftopSite[] {
  const town = borough.plan.settlements[0].name;
  const assets = councilAssetsOf(borough).filter(({ name }) => name.startsWith(`${town} `));
  return WANTED.flatMap((kind) => highestOf(assets, kind) ?? []).map((asset, i) => {
    const [lon, lat] = degreesOf(asset.position);
    return {
      id: `demo-site-${i + 1}`,
      name: asset.name,
      lon,
      lat,
      antennaMetres: MAST_METRES,
      above: 'surface',
      fromContentId: 'council-assets',
      owner: `${borough.name} Borough Council`,
      overrides: [],
    };
  });
}

const WANTED: readonly CouncilAsset['kind'][] = ['tower block', 'town hall', 'school', 'depot'];
/** Over the roof. */
const MAST_METRES = 3;

function highestOf(assets: readonly CouncilAsset[], kind: CouncilAsset['kind']): CouncilAsset | undefined {
  return assets
    .filter((asset) => asset.kind === kind)
    .toSorted((one, other) => other.heightMetres - one.heightMetres)
    .at(0);
}
