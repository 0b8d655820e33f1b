import { counted } from '../../domain/tables/issue-collector.ts';
import type { KnownLayout } from './known-layout.ts';
import type { TableLook } from './table-look.ts';

/** Mobile masts and sites: Sitefinder (Ofcom, last in 2012) and lists made of it. Where a mast stands is no coverage. */
export const mobileSites: KnownLayout = {
  id: 'mobile-sites',
  label: 'Mobile sites',
  publication: null,
  matches: (look) => look.finds.uprn === undefined && signsOf(look) >= 2 && look.codeColumn() === undefined,
  suggest: (look) => {
    const name = look.named('site_name', 'sitename', 'name', 'site')?.name ?? look.finds.name;
    const rows = counted(look.table.rows, 'mobile site');
    const placed = look.hasPlaces();
    return {
      role: placed ? 'context' : 'table',
      roles: { ...(name ? { name } : {}), ...look.places() },
      why: placed
        ? `${rows}: drawn for orientation. A mast's place says nothing of what it covers.`
        : `${rows} without coordinates that are read here: kept as a table.`,
      alternatives: ['table'],
    };
  },
};

/** Signs that rows are masts: what only a list of sites has. */
function signsOf(look: TableLook): number {
  const sitefinder = look.count(
    'opref',
    'sitengr',
    'antennaht',
    'transtype',
    'freqband',
    'anttype',
    'powerdbw',
    'maxpwrdbw',
    'maxpwrdbm',
  );
  const antenna = look.like(
    /^(?:antenna|ant)_?(?:height|ht|type|gain)(?:_?m)?$|^(?:mast|tower)_?(?:height|type|id)(?:_?m)?$|^azimuth$/,
  ).length;
  const site = look.named(
    'site_id',
    'siteid',
    'site_name',
    'sitename',
    'cell_id',
    'cellid',
    'sector_id',
    'enodeb',
  );
  const namedSites = look.named('name', 'site', 'id');
  const named =
    namedSites && [...namedSites.texts].every((text) => /^(?:site|mast|cell)[ _-]?\d/i.test(text));
  const technology = look.like(/^(?:lte|nr|gsm|umts|2g|3g|4g|5g)(?:_?(?:2g|3g|4g|5g|\d{3,4}))?$/).length;
  const places = look.hasPlaces() || look.has('sitengr');
  if (!places) return 0;
  return sitefinder + antenna + (site || named ? 1 : 0) + (technology > 0 ? 1 : 0);
}
