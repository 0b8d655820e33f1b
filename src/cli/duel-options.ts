import { parseArgs } from 'node:util';
import { chosenReading } from '../domain/geo/chosen-reading.ts';
import { COORDINATE_CHOICES, type CoordinateChoice } from '../domain/geo/coordinate-choice.ts';
import { BUILT_INTERVENTIONS, type BuiltIntervention } from '../domain/plan/intervention.ts';
import { LEVERS_KNOWN } from '../domain/plan/levers-known.ts';
import { PLAN_LIMITS, USUAL_DEVICE_ID, USUAL_PLAN } from '../domain/plan/usual-plan-question.ts';
import { ROLES, type Role } from '../domain/project/role.ts';
import { GENERIC_DEVICES } from '../domain/radio/generic-devices.ts';
import { numberOf, systemAsked } from './radio-options.ts';
import { dayOf } from './trench-options.ts';
import { UsageError } from './usage-error.ts';

const { radio: USUAL_RADIO, takeUpPercent: USUAL_TAKE_UP } = USUAL_PLAN;

const listed = (levers: typeof LEVERS_KNOWN): string => levers.map(({ key }) => `"${key}"`).join(', ');

export const DUEL_USAGE = `Usage: npm run -s notspot -- duel --area DIR --select CLUSTER|WARD|FILE --out DIR

  --area DIR        a folder of files: premises, coverage, wards, streets, fibre points, heights, buildings, roof access and
                    what else there is. Each is taken for what its content says, as if it were dropped into the app
  --role NAME=ROLE  a file of the folder is this instead; may stand again. Roles are ${ROLES.slice(0, 9).join(', ')},
                    ${ROLES.slice(9).join(', ')}
  --crs EPSG:N      the system of height files that name none: EPSG:27700 is the British National Grid
  --select WHOM     whom to serve: a ward's code, a cluster's id or name ("worst": the one with most not-spots), or a file: ids
                    of premises one a line, or polygons (GeoJSON)
  --all             all premises there; without it only those that are not-spots
  --recipe TEXT     the definition of a not-spot; without it the first that the files allow
  --root ID         fibre may come from this point of the files; may stand again. Without it, and without --root-at, from all
  --root-at LAT,LON fibre may come from here, degrees; may stand again
  --device F        a catalogue with one radio, F#id for one of several, or a radio of no maker:
                    ${GENERIC_DEVICES.map(({ id }) => id).join(', ')} (else ${USUAL_DEVICE_ID})
  --mast M          antennas of hubs stand so many metres over their roofs (else ${USUAL_RADIO.mastMetres}, assumed)
  --radius M        premises at most so far from a hub (else ${USUAL_RADIO.radiusMetres}, assumed)
  --least MBITS     slower links serve nobody (else ${USUAL_RADIO.leastMegabitsPerSecond}, assumed)
  --take-up PERCENT so many in a hundred of those served take the service (else ${USUAL_TAKE_UP}, assumed)
  --rates F         a rate card (JSON or CSV) of Notspot; without it the one that comes with it, much of it assumed
  --works-from DATE the day on which works begin, YYYY-MM-DD; without it, today
  --block STREET    must not be dug: its id; may stand again
  --lever LEVER     pulled everywhere; may stand again. There are
                    ${listed(LEVERS_KNOWN.slice(0, 8))},
                    ${listed(LEVERS_KNOWN.slice(8))}
  --choose DESIGN   is chosen to be built, as on a plan's card: radio, dig or hybrid; may stand again. Without it, none
  --out DIR         gets plan.json (designs and comparison), plan.geojson, comparison.csv, premises.csv, hubs.csv, links.csv,
                    bill.csv, plan.kml and plan.html. What cannot be written is said
`;

/** A duel as a command line asks for it. */
export interface DuelAsked {
  readonly area: string;
  readonly roles: ReadonlyMap<string, Role>;
  /** How heights that name no system are read; null: nobody says. */
  readonly heightsIn: CoordinateChoice | null;
  readonly chosen: readonly BuiltIntervention[];
  readonly select: string;
  readonly onlyNotSpots: boolean;
  readonly recipe: string | null;
  readonly rootIds: readonly string[];
  readonly rootsAt: readonly { readonly lon: number; readonly lat: number }[];
  readonly device: string;
  readonly mastMetres: number;
  readonly radiusMetres: number;
  readonly leastMegabitsPerSecond: number;
  readonly takeUpPercent: number;
  readonly rates: string | undefined;
  /** null: today. */
  readonly worksFrom: string | null;
  readonly blocked: readonly string[];
  /** Keys of LEVERS_KNOWN. */
  readonly levers: readonly string[];
  readonly out: string;
}

/** Reads the options of `notspot duel`. Throws UsageError. */
export function duelOptions(argv: readonly string[]): DuelAsked {
  const given = parsed(argv);
  const { area, select, out } = given;
  if (!area) throw misunderstood('--area is missing: say which folder the files are in.');
  if (!select) throw misunderstood('--select is missing: say whom to serve.');
  if (!out) throw misunderstood('--out is missing: say which folder the files go to.');
  const figure = (name: keyof typeof PLAN_LIMITS, option: string, text: string | undefined, unit: string) => {
    const { least, most } = PLAN_LIMITS[name];
    return numberOf(option, text ?? String(USUAL_RADIO[name]), { low: least, high: most, unit });
  };
  const strange = given.lever?.find((key) => LEVERS_KNOWN.every((lever) => lever.key !== key));
  if (strange !== undefined) throw misunderstood(`--lever ${strange}: there are ${listed(LEVERS_KNOWN)}.`);
  return {
    area,
    roles: new Map((given.role ?? []).map(roleOf)),
    heightsIn: heightsIn(given.crs),
    chosen: BUILT_INTERVENTIONS.filter((kind) => (given.choose ?? []).map(chosenOf).includes(kind)),
    select,
    onlyNotSpots: !given.all,
    recipe: given.recipe ?? null,
    rootIds: given.root ?? [],
    rootsAt: (given['root-at'] ?? []).map(placeOf),
    device: given.device ?? USUAL_DEVICE_ID,
    mastMetres: figure('mastMetres', '--mast', given.mast, 'm'),
    radiusMetres: figure('radiusMetres', '--radius', given.radius, 'm'),
    leastMegabitsPerSecond: figure('leastMegabitsPerSecond', '--least', given.least, 'Mbit/s'),
    takeUpPercent: numberOf('--take-up', given['take-up'] ?? String(USUAL_TAKE_UP), {
      low: 0,
      high: 100,
      unit: '%',
    }),
    rates: given.rates,
    worksFrom: given['works-from'] === undefined ? null : dayOf(given['works-from']),
    blocked: given.block ?? [],
    levers: given.lever ?? [],
    out,
  };
}

const STRING = { type: 'string' } as const;
const STRINGS = { type: 'string', multiple: true } as const;

function parsed(argv: readonly string[]) {
  try {
    const options = {
      ...{
        area: STRING,
        role: STRINGS,
        crs: STRING,
        choose: STRINGS,
        select: STRING,
        recipe: STRING,
        out: STRING,
        rates: STRING,
      },
      ...{ root: STRINGS, 'root-at': STRINGS, block: STRINGS, lever: STRINGS },
      ...{ device: STRING, mast: STRING, radius: STRING, least: STRING },
      ...{ 'take-up': STRING, 'works-from': STRING },
      all: { type: 'boolean' },
    } as const;
    return parseArgs({ args: [...argv], allowPositionals: false, options }).values;
  } catch (error) {
    throw misunderstood(error instanceof Error ? error.message : String(error));
  }
}

function roleOf(text: string): [string, Role] {
  const at = text.lastIndexOf('=');
  const role = ROLES.find((one) => one === text.slice(at + 1));
  if (at < 1 || role === undefined)
    throw misunderstood(`--role ${text}: write the file's name, "=" and one of ${ROLES.join(', ')}.`);
  return [text.slice(0, at), role];
}

/** The choice that reads a system. */
function heightsIn(crs: string | undefined): CoordinateChoice | null {
  const system = systemAsked(crs);
  if (!system) return null;
  const choice = COORDINATE_CHOICES.find((one) => chosenReading(one).system.epsg === system.epsg);
  if (!choice)
    throw misunderstood(
      `--crs ${crs}: heights are not read in ${system.name} here. Save them in EPSG:27700.`,
    );
  return choice;
}

function chosenOf(text: string): BuiltIntervention {
  const kind = text === 'radio' ? 'rooftop radio' : BUILT_INTERVENTIONS.find((one) => one === text);
  if (!kind) throw misunderstood(`--choose ${text}: there are radio, dig and hybrid.`);
  return kind;
}

function placeOf(text: string): { lon: number; lat: number } {
  const [lat, lon, ...rest] = text.split(',').map(Number);
  if (rest.length > 0 || !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90))
    throw misunderstood(`--root-at ${text}: write latitude and longitude in degrees, as 51.5123,-0.1234.`);
  return { lon, lat };
}

function misunderstood(reason: string): UsageError {
  return new UsageError(`${reason}\n\n${DUEL_USAGE.trimEnd()}`);
}
