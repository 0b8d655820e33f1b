import type { SuggestedLayer } from '../../domain/project/role-suggestion.ts';
import { shareLayers } from '../suggest-layers.ts';
import type { KnownLayout } from './known-layout.ts';
import { ofcomFixed, ofcomFixedLayers } from './ofcom-fixed.ts';
import { ofcomMobile, ofcomMobileLayers } from './ofcom-mobile.ts';
import type { TableLook } from './table-look.ts';

/** Shares in the columns of any table: read by Ofcom's rules where they have its names, else by what each is called. */
export function areaShares(look: TableLook): {
  readonly layers: readonly SuggestedLayer[];
  readonly layout: KnownLayout | null;
} {
  const fixed = ofcomFixedLayers(look);
  if (fixed.length > 0) return { layers: fixed, layout: ofcomFixed };
  const mobile = ofcomMobileLayers(look.profiles);
  if (mobile.length > 0) return { layers: mobile, layout: ofcomMobile };
  return { layers: shareLayers(look.profiles, look.table.fileName), layout: null };
}
