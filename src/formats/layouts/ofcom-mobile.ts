import type { Confidence } from '../../domain/coverage/layer.ts';
import type { SuggestedLayer } from '../../domain/project/role-suggestion.ts';
import type { ColumnProfile } from '../../domain/tables/column-profile.ts';
import { counted } from '../../domain/tables/issue-collector.ts';
import type { KnownLayout } from './known-layout.ts';
import { nameOf } from './ofcom-fixed.ts';
import { OFCOM } from './publications.ts';
import { kindPlural, type TableLook } from './table-look.ts';

/**
 * Ofcom Connected Nations, mobile coverage by authority or constituency: columns …_0, …_1, …_2 … hold the percentage
 * covered by exactly so many operators; a blank is 0 and each family sums to 100. Any operator is 100 − …_0. High and
 * very high confidence stay two layers: the truth lies between them.
 */
export const ofcomMobile: KnownLayout = {
  id: 'ofcom-mobile',
  label: 'Ofcom Connected Nations, mobile coverage',
  publication: OFCOM,
  matches: (look) =>
    ofcomMobileLayers(look.profiles).length > 0 && look.isOfAreas() && keyOf(look) !== undefined,
  suggest: (look) => {
    const key = keyOf(look);
    const kind = look.has('parl_const') || look.has('pcon') ? 'constituency' : (key?.areaKind ?? 'authority');
    const layers = ofcomMobileLayers(look.profiles);
    const counting = [...new Set(layers.filter((layer) => !layer.offered).map((layer) => layer.technology))];
    return {
      label: `Ofcom Connected Nations, mobile coverage by ${kind}`,
      role: 'shares',
      codeKind: kind,
      roles: { code: key?.name, ...nameOf(look) },
      layers,
      why: `Ofcom mobile coverage of ${counted(look.table.rows, kind, kindPlural(kind))}: shares of ${counting.join(', ')} by number of operators.`,
      alternatives: ['table'],
    };
  },
};

/** One layer per family of columns …_0 to …_n, any number of operators. */
export function ofcomMobileLayers(profiles: readonly ColumnProfile[]): SuggestedLayer[] {
  const families = new Map<string, Map<number, string>>();
  for (const { name, numericShare, filled } of profiles) {
    const match = FAMILY_MEMBER.exec(name.replace(/^\uFEFF/, '').trim());
    // An all blank column is all zeros here.
    if (!match || (filled > 0 && numericShare < 0.9)) continue;
    const family = families.get(match[1].toLowerCase()) ?? new Map<number, string>();
    family.set(Number(match[2]), name);
    families.set(match[1].toLowerCase(), family);
  }
  const layers: SuggestedLayer[] = [];
  for (const [family, columns] of families) {
    const meant = meaningOf(family);
    const operatorColumns: string[] = [];
    for (let n = 0; columns.has(n); n++) operatorColumns.push(columns.get(n) ?? '');
    if (!meant || operatorColumns.length < 2) continue;
    layers.push({
      shape: 'shares',
      operator: null,
      column: operatorColumns[0],
      measure: 'percent',
      atLeast: null,
      inverted: true,
      blankIsZero: true,
      operatorColumns,
      ...meant,
    });
  }
  return layers;
}

const FAMILY_MEMBER =
  /^((?:[2-9]G|Voice)(?:_SA)?(?:_(?:very_high|high)_confidence)?_(?:prem_in|prem_out|geo_in|geo_out|abrd_in|mway_in))_(\d)$/i;
const FAMILY = /^([2-9]g|voice)(_sa)?(?:_(very_high|high)_confidence)?_(prem|geo|abrd|mway)_?(in|out)$/;

type Meaning = Pick<SuggestedLayer, 'technology' | 'confidence' | 'definition' | 'offered'>;

function meaningOf(family: string): Meaning | null {
  const match = FAMILY.exec(family);
  if (!match) return null;
  const [, generation, standalone, grade, of, where] = match;
  const service = standalone ? `${generation}-sa` : generation;
  const said = `${generation === 'voice' ? 'voice' : generation.toUpperCase()}${standalone ? ' standalone' : ''}`;
  const confidence: Confidence | null = grade === undefined ? null : grade === 'high' ? 'high' : 'very-high';
  const graded = confidence === null ? '' : `, ${confidence === 'high' ? 'high' : 'very high'} confidence`;
  switch (of) {
    case 'prem':
      return {
        technology: where === 'in' ? `${service}-indoor` : service,
        confidence,
        definition: `premises with ${said} ${where === 'in' ? 'indoors' : 'outdoors'} from at least one operator, as predicted${graded} (Ofcom)`,
      };
    case 'geo':
      return {
        technology: where === 'in' ? `${service}-indoor-area` : `${service}-area`,
        confidence,
        definition: `share of the land, not of premises, with ${said} ${where === 'in' ? 'indoors' : 'outdoors'} from at least one operator${graded} (Ofcom)`,
        offered: true,
      };
    case 'abrd':
      return {
        technology: `${service}-a-b-roads`,
        confidence,
        definition: `share of A and B roads, not of premises, with ${said} in a vehicle from at least one operator (Ofcom)`,
        offered: true,
      };
    default:
      return {
        technology: `${service}-motorways`,
        confidence,
        definition: `share of motorways, not of premises, with ${said} in a vehicle from at least one operator (Ofcom)`,
        offered: true,
      };
  }
}

function keyOf(look: TableLook) {
  const named = look.named('laua', 'parl_const', 'pcon');
  return named && named.areaKind !== null ? named : look.codeColumn();
}
