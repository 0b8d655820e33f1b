import { counted } from '../../domain/tables/issue-collector.ts';
import type { KnownLayout } from './known-layout.ts';

/**
 * Council land and buildings, as the Local Government Transparency Code asks councils to publish them: UPRN, name,
 * tenure, holding. They are places that could carry equipment, not the premises that are counted.
 */
export const councilAssets: KnownLayout = {
  id: 'council-assets',
  label: 'Council land and buildings',
  publication: null,
  matches: (look) =>
    look.finds.uprn !== undefined &&
    look.count(
      'holdingtype',
      'tenuretype',
      'tenuredetail',
      'assetcode',
      'propertyname',
      'organisationlabel',
      'organisationuri',
      'buildingsize',
      'landarea',
      'holding type',
      'tenure type',
      'tenure',
      'asset code',
      'property name',
      'unique asset identity',
      'name of building/land',
    ) >= 2,
  suggest: (look) => {
    const name =
      look.named('propertyname', 'property name', 'name of building/land')?.name ?? look.finds.name;
    const rows = counted(look.table.rows, 'site');
    const placed = look.hasPlaces();
    return {
      role: placed ? 'context' : 'table',
      codeKind: 'UPRN',
      roles: {
        ...(name ? { name } : {}),
        ...look.places(),
        id: look.finds.uprn?.name,
        address: look.finds.address,
      },
      why: `Council land and buildings: ${rows} the council holds. ${placed ? 'Drawn for orientation' : 'Kept as a table'}, not counted as premises.`,
      alternatives: ['premises', 'table'],
    };
  },
};
