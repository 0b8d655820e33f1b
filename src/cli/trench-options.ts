import { parseArgs } from 'node:util';
import type { DigAim, PassedRule } from '../domain/dig/dig-question.ts';
import { USUAL_PASSED_METRES, USUAL_TAKE_UP_PERCENT } from '../domain/dig/usual-question.ts';
import type { Selection } from '../domain/project/selection.ts';
import { numberOf } from './radio-options.ts';
import { UsageError } from './usage-error.ts';

export const DIG_USAGE = `Usage: npm run -s notspot -- trench --streets F --roots F --premises F --rates F --out DIR

  --streets F        lines of streets, and of railways, tramways, waterways and motorways that they cross; may stand again
  --roots F          places that fibre can come from: points, or columns of coordinates; may stand again
  --root ID          only these of them; may stand again
  --premises F       a table with coordinates, or points; a second file joins its columns by UPRN or postcode
  --select ID,ID,…   only premises of these ids (UPRNs, postcodes), or @FILE with an id a line
  --wards F --ward CODE   only premises in this ward; --areas F may give the shapes of area codes that premises have
  --ducts F          ducts and pole routes that a cable can be drawn through; may stand again
  --restrictions F   a table of restrictions by street; may stand again
  --rates F          a rate card (JSON or CSV) of Notspot; without it the one that comes with it, much of it assumed
  --aim A            all: serve all (without --aim). worth: leave out who costs more than --worth. budget: as many as
                     --budget reaches
  --worth POUNDS     what premises are worth each
  --budget POUNDS    what the route may cost: mid, connections and the present value of rents and upkeep included
  --block STREET     must not be dug: its id; may stand again
  --force STREET     must be dug from end to end; may stand again
  --lift STREET      its restrictions are lifted; may stand again
  --works-from DATE  the day on which works begin, YYYY-MM-DD; without it, today
  --passed M         premises within so many metres of the route count as passed (else ${USUAL_PASSED_METRES}, assumed); lead-in: those with one
  --take-up PERCENT  so many in a hundred of the premises served take the service (else ${USUAL_TAKE_UP_PERCENT}, assumed)
  --quick            a good route at once instead of as good a one as a counted search finds
  --seconds S        stop by the clock after S seconds, from 0.1 to 86400. Without it the search stops after an amount of
                     work fixed by the size of the streets, and finds the same on every machine
  --out DIR          gets design.geojson, streets.csv, pieces.csv, premises.csv, bill.csv, design.kml, and the network in the
                     Open Fibre Data Standard: open-fibre.json, open-fibre-nodes.geojson, open-fibre-spans.geojson
`;

/** A dig as a command line asks for it. */
export interface DigAsked {
  readonly streets: readonly string[];
  readonly roots: readonly string[];
  readonly rootIds: readonly string[] | null;
  readonly premises: readonly string[];
  readonly areas: readonly string[];
  readonly wards: string | null;
  /** null: all premises. Lists of ids in a file begin with "@". */
  readonly selection: Extract<Selection, { kind: 'ward' | 'list' }> | null;
  readonly ducts: readonly string[];
  readonly restrictions: readonly string[];
  readonly rates: string | undefined;
  readonly aim: DigAim;
  readonly blocked: readonly string[];
  readonly forced: readonly string[];
  readonly lifted: readonly string[];
  /** null: today. */
  readonly worksFrom: string | null;
  readonly passed: PassedRule;
  readonly takeUpPercent: number;
  readonly isQuick: boolean;
  readonly seconds: number | null;
  readonly out: string;
}

/** Reads the options of `notspot trench --streets`. Throws UsageError. */
export function digOptions(argv: readonly string[]): DigAsked {
  const given = parsed(argv);
  const needed = (name: 'streets' | 'roots' | 'premises'): readonly string[] => {
    const paths = given[name];
    if (!paths?.length) throw misunderstood(`--${name} is missing.`);
    return paths;
  };
  if (!given.out) throw misunderstood('--out is missing: say which folder the files go to.');
  if (given.ward !== undefined && given.wards === undefined)
    throw misunderstood('--ward needs --wards, a file of ward boundaries.');
  if (given.wards !== undefined && given.ward === undefined)
    throw misunderstood('--wards needs --ward, the code of the ward to serve.');
  if (given.ward !== undefined && given.select !== undefined)
    throw misunderstood('--select and --ward both say whom to serve. Leave one out.');
  const seconds =
    given.seconds === undefined
      ? null
      : numberOf('--seconds', given.seconds, { low: 0.1, high: 86_400, unit: 's' });
  if (seconds !== null && given.quick) throw misunderstood('--quick and --seconds do not go together.');
  return {
    streets: needed('streets'),
    roots: needed('roots'),
    rootIds: given.root ?? null,
    premises: needed('premises'),
    areas: given.areas ?? [],
    wards: given.wards ?? null,
    selection: selectionOf(given),
    ducts: given.ducts ?? [],
    restrictions: given.restrictions ?? [],
    rates: given.rates,
    aim: aimOf(given),
    blocked: given.block ?? [],
    forced: given.force ?? [],
    lifted: given.lift ?? [],
    worksFrom: given['works-from'] === undefined ? null : dayOf(given['works-from']),
    passed: passedOf(given.passed ?? String(USUAL_PASSED_METRES)),
    takeUpPercent: numberOf('--take-up', given['take-up'] ?? String(USUAL_TAKE_UP_PERCENT), {
      low: 0,
      high: 100,
      unit: '%',
    }),
    isQuick: given.quick ?? false,
    seconds,
    out: given.out,
  };
}

const STRING = { type: 'string' } as const;
const STRINGS = { type: 'string', multiple: true } as const;

function parsed(argv: readonly string[]) {
  try {
    const options = {
      ...{ streets: STRINGS, roots: STRINGS, root: STRINGS, premises: STRINGS, areas: STRINGS },
      ...{ select: STRING, wards: STRING, ward: STRING, ducts: STRINGS, restrictions: STRINGS },
      ...{ rates: STRING, aim: STRING, worth: STRING, budget: STRING },
      ...{ block: STRINGS, force: STRINGS, lift: STRINGS, 'works-from': STRING },
      ...{ passed: STRING, 'take-up': STRING, seconds: STRING, out: STRING },
      quick: { type: 'boolean' },
    } as const;
    return parseArgs({ args: [...argv], allowPositionals: false, options }).values;
  } catch (error) {
    throw misunderstood(error instanceof Error ? error.message : String(error));
  }
}

type Given = ReturnType<typeof parsed>;

function selectionOf({ select, ward }: Given): DigAsked['selection'] {
  if (ward !== undefined) return { kind: 'ward', code: ward };
  if (select === undefined) return null;
  const ids = select.startsWith('@') ? [select] : select.split(',').map((id) => id.trim());
  return { kind: 'list', ids: ids.filter((id) => id !== '') };
}

function aimOf({ aim = 'all', worth, budget }: Given): DigAim {
  const pence = (name: string, text: string | undefined): number => {
    if (text === undefined) throw misunderstood(`--aim ${aim} needs ${name} POUNDS.`);
    return Math.round(100 * numberOf(name, text, { low: 0, high: 1e9, unit: 'pounds' }));
  };
  if (worth !== undefined && aim !== 'worth') throw misunderstood('--worth goes with --aim worth.');
  if (budget !== undefined && aim !== 'budget') throw misunderstood('--budget goes with --aim budget.');
  if (aim === 'all') return { kind: 'serve all' };
  if (aim === 'worth') return { kind: 'serve what is worth it', pencePerPremises: pence('--worth', worth) };
  if (aim === 'budget') return { kind: 'serve within a budget', pence: pence('--budget', budget) };
  throw misunderstood(`--aim ${aim}: write all, worth or budget.`);
}

function passedOf(text: string): PassedRule {
  if (text === 'lead-in') return { kind: 'with a lead-in' };
  return { kind: 'within', metres: numberOf('--passed', text, { low: 0, high: 1000, unit: 'm' }) };
}

/** A day as YYYY-MM-DD. Throws UsageError. */
export function dayOf(text: string): string {
  const day = new Date(`${text}T00:00:00Z`);
  if (
    !/^\d{4}-\d\d-\d\d$/.test(text) ||
    Number.isNaN(day.getTime()) ||
    day.toISOString().slice(0, 10) !== text
  )
    throw misunderstood(`--works-from ${text} is no day as 2026-11-27.`);
  return text;
}

function misunderstood(reason: string): UsageError {
  return new UsageError(`${reason}\n\n${DIG_USAGE.trimEnd()}`);
}
