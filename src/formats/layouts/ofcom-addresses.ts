import { codedDefinition } from '../../domain/coverage/coded-definition.ts';
import type { SuggestedLayer } from '../../domain/project/role-suggestion.ts';
import { counted } from '../../domain/tables/issue-collector.ts';
import { LIKELY, RATING_CODES } from '../rating-codes.ts';
import type { KnownLayout } from './known-layout.ts';
import { OFCOM } from './publications.ts';
import type { TableLook } from './table-look.ts';

/**
 * Ofcom's coverage checker by address, as its programming interfaces give it: predicted speeds of fixed lines, and a
 * rating of 0 to 4 per operator and service. −1 is "no prediction". Ratings are codes: none is the middle of two others.
 */
export const ofcomAddresses: KnownLayout = {
  id: 'ofcom-addresses',
  label: 'Ofcom coverage by address',
  publication: OFCOM,
  matches: (look) => layersOf(look).length > 0 && look.mostlyUnique(look.finds.uprn) !== undefined,
  suggest: (look) => {
    const layers = layersOf(look);
    const placed = look.hasPlaces();
    const rows = counted(look.table.rows, 'UPRN');
    return {
      role: placed ? 'premises' : 'records',
      unit: placed ? 'premises' : null,
      codeKind: 'UPRN',
      roles: { id: look.finds.uprn?.name, ...(placed ? look.places() : {}) },
      layers,
      notes: layers.some(({ codes }) => codes)
        ? [
            {
              code: 'CODED_VALUE',
              outcome: 'note',
              message:
                'Mobile ratings are codes: 4 (likely) counts as covered, 3 (limited) does not; −1 is not known.',
              count: layers.filter(({ codes }) => codes).length,
              examples: [],
            },
          ]
        : [],
      why: `Ofcom coverage of ${rows}${placed ? ' with coordinates: premises' : ' without coordinates: joined to your premises'}.`,
      alternatives: ['table'],
    };
  },
};

/** Short names that Ofcom gives operators in column names. Any other prefix is an operator's name as it stands. */
const OPERATOR_NAMES = new Map([
  ['ee', 'EE'],
  ['h3', 'Three'],
  ['tf', 'O2'],
  ['vo', 'Vodafone'],
]);

const SERVICE = /^(\w*?[A-Za-z0-9])_?(Voice|Data)_?(Outdoor|Indoor)$/i;

function layersOf(look: TableLook): SuggestedLayer[] {
  const layers: SuggestedLayer[] = [];
  for (const { name, filled, integerShare, numericShare, largest } of look.profiles) {
    const match = SERVICE.exec(name.trim());
    if (!match || filled === 0 || numericShare < 0.9 || integerShare === 0 || largest > 4) continue;
    const service = match[2].toLowerCase() === 'voice' ? 'voice' : 'mobile-data';
    const isIndoor = match[3].toLowerCase() === 'indoor';
    layers.push({
      shape: 'records',
      technology: isIndoor ? `${service}-indoor` : service,
      operator: OPERATOR_NAMES.get(match[1].toLowerCase()) ?? match[1],
      confidence: null,
      column: name,
      measure: null,
      atLeast: LIKELY,
      codes: RATING_CODES,
      definition: `${service === 'voice' ? 'calls' : 'mobile data'} ${isIndoor ? 'indoors' : 'outdoors'} ${codedDefinition(RATING_CODES, LIKELY)}`,
    });
  }
  const speed = look.named('maxpredicteddown');
  if (speed) {
    for (const [technology, atLeast] of [
      ['gigabit', 1000],
      ['ultrafast', 300],
      ['superfast', 30],
    ] as const)
      layers.push({
        shape: 'records',
        technology,
        operator: null,
        confidence: null,
        column: speed.name,
        measure: null,
        atLeast,
        definition: `a fixed line predicted to give at least ${atLeast.toLocaleString('en-GB')} Mbit/s down (Ofcom); −1 is not known`,
      });
  }
  return layers;
}
