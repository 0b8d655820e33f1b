import type { SuggestedLayer } from '../../domain/project/role-suggestion.ts';
import type { ColumnProfile } from '../../domain/tables/column-profile.ts';
import type { FileIssue } from '../../domain/tables/file-report.ts';
import { counted } from '../../domain/tables/issue-collector.ts';
import type { KnownLayout } from './known-layout.ts';
import { OFCOM } from './publications.ts';
import { kindPlural, type TableLook } from './table-look.ts';

/**
 * Ofcom Connected Nations, fixed coverage, 2018 to 2026: by postcode (percentages alone), output area, authority,
 * constituency and above (percentages beside "Number of premises …"). Percentages are of all matched premises.
 */
export const ofcomFixed: KnownLayout = {
  id: 'ofcom-fixed',
  label: 'Ofcom Connected Nations, fixed coverage',
  publication: OFCOM,
  matches: (look) => ofcomFixedLayers(look).length > 0 && look.isOfAreas() && keyOf(look) !== null,
  suggest: (look) => {
    const key = keyOf(look);
    const layers = ofcomFixedLayers(look);
    const kind = key?.kind ?? 'area';
    const counting = layers.filter((layer) => !layer.offered).map((layer) => layer.technology);
    return {
      label: `Ofcom Connected Nations, fixed coverage by ${kind}`,
      role: 'shares',
      codeKind: kind,
      roles: { code: key?.column.name, ...nameOf(look) },
      layers,
      notes: kind === 'postcode' ? [absentIsNotZero(look)] : [],
      why: `Ofcom fixed coverage of ${counted(look.table.rows, kind, kindPlural(kind))}: shares of ${counting.join(', ')}.`,
      alternatives: ['table'],
    };
  },
};

/**
 * The layers that Ofcom's columns give: percentages where there are any, else counts out of all matched premises.
 * "Unable to receive" becomes its opposite. Fixed wireless stays a technology of its own.
 */
export function ofcomFixedLayers(look: Pick<TableLook, 'profiles'>): SuggestedLayer[] {
  const total = look.profiles.find(({ name }) => /^all matched premises$/i.test(name.trim()));
  const totals = total ?? look.profiles.find(({ name }) => /^all premises$/i.test(name.trim()));
  const found = new Map<string, SuggestedLayer>();
  for (const measure of ['percent', 'count'] as const) {
    if (measure === 'count' && !totals) break;
    for (const profile of look.profiles) {
      const subject = subjectOf(profile, measure);
      const meant = subject === null ? null : meaningOf(subject);
      if (!meant || profile.numericShare < 0.9 || found.has(meant.technology)) continue;
      found.set(meant.technology, {
        shape: 'shares',
        operator: null,
        confidence: null,
        column: profile.name,
        measure,
        atLeast: null,
        ...(measure === 'count' && totals ? { totalColumn: totals.name } : {}),
        ...meant,
      });
    }
  }
  return [...found.values()].filter(
    ({ technology }) =>
      !(technology === '30-mbit' && found.has('superfast')) &&
      !(technology === '10-mbit' && found.has('decent')),
  );
}

/** "sfbb" of "SFBB availability (% premises)", "nga" of "% of premises with NGA", or of the counts likewise; else null. */
function subjectOf({ name }: ColumnProfile, measure: 'percent' | 'count'): string | null {
  const words = name
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ');
  const patterns =
    measure === 'percent'
      ? [/^(.+) availability \(% (?:matched )?premises\)$/, /^% of premises (?:with )?(.+)$/]
      : [/^number of premises (?:with )?(.+)$/];
  for (const pattern of patterns) {
    const match = pattern.exec(words);
    if (match) return match[1].replace(/ availability$/, '');
  }
  return null;
}

type Meaning = Pick<SuggestedLayer, 'technology' | 'inverted' | 'definition' | 'offered'>;

function meaningOf(subject: string): Meaning | null {
  const unable = /^unable to receive (\d+) ?mbit\/s$/.exec(subject);
  if (unable)
    return {
      technology: `${unable[1]}-mbit`,
      inverted: true,
      offered: true,
      definition: `a fixed line that can give at least ${unable[1]} Mbit/s down (Ofcom, 100 % less those unable)`,
    };
  return SUBJECTS.get(subject) ?? null;
}

const UNABLE = 'at least 10 Mbit/s down and 1 Mbit/s up';
const SUBJECTS = new Map<string, Meaning>([
  ['gigabit', { technology: 'gigabit' }],
  ['full fibre', { technology: 'full-fibre' }],
  ['fttp', { technology: 'full-fibre' }],
  ['ufbb (100mbit/s)', { technology: 'ultrafast-100' }],
  ['ufbb', { technology: 'ultrafast' }],
  ['sfbb', { technology: 'superfast' }],
  ['nga', { technology: 'nga' }],
  [
    'unable to receive decent broadband from fixed or fwa',
    {
      technology: 'decent',
      inverted: true,
      definition: `${UNABLE} from a fixed line or fixed wireless (Ofcom, 100 % less those unable)`,
    },
  ],
  [
    'unable to receive decent broadband',
    { technology: 'decent', inverted: true, definition: `${UNABLE} (Ofcom, 100 % less those unable)` },
  ],
  [
    'below the uso',
    {
      technology: 'decent',
      inverted: true,
      definition: `${UNABLE} and the other terms of the universal service (Ofcom, 100 % less those below it)`,
    },
  ],
  [
    'able to receive decent broadband from fwa',
    {
      technology: 'fwa',
      definition: `${UNABLE} over fixed wireless access (Ofcom); never counted as a fixed line`,
    },
  ],
]);

/** The column that names the areas, and what they are. */
function keyOf(look: TableLook): { column: ColumnProfile; kind: string } | null {
  const postcode = look.named('postcode', 'postcode_space', 'pcds');
  if (postcode && postcode.postcodeShare > 0.9) return { column: postcode, kind: 'postcode' };
  for (const [name, kind] of KEYS) {
    const column = look.named(name);
    if (column && column.areaKind !== null) return { column, kind };
  }
  const code = look.codeColumn();
  return code ? { column: code, kind: code.areaKind === 'other area' ? 'area' : code.areaKind } : null;
}

const KEYS = [
  ['output_area', 'output area'],
  ['oa', 'output area'],
  ['oa11', 'output area'],
  ['oa21', 'output area'],
  ['laua', 'authority'],
  ['parl_const', 'constituency'],
  ['pcon', 'constituency'],
  ['ctry', 'country'],
  ['rgn', 'region'],
] as const;

/** laua_name, pcon_name: the name beside the key. */
export function nameOf(look: TableLook): { name?: string } {
  const name = look.named('laua_name', 'parl_const_name', 'pcon_name')?.name ?? look.finds.name;
  return name ? { name } : {};
}

function absentIsNotZero(look: TableLook): FileIssue {
  return {
    code: 'CODED_VALUE',
    outcome: 'note',
    message:
      'Percentages only, no premises counts. A postcode that the file does not name is not known, not zero.',
    count: look.table.rows,
    examples: [],
  };
}
