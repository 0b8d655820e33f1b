import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { unitWord } from '../domain/not-spots/headline.ts';
import type { PremisesTable } from '../domain/premises/premises-table.ts';
import { Workbench } from '../domain/project/workbench.ts';
import type { LinkEnd } from '../domain/radio/link-end.ts';
import { LinkMeter } from '../domain/radio/link-meter.ts';
import { REACH_QUALITIES, type ReachAnswer } from '../domain/radio/reach-answer.ts';
import { reachOfRoof } from '../domain/radio/reach-of-roof.ts';
import { VIEW_BEYOND } from '../domain/radio/viewshed.ts';
import { mastCsv, reachCsv } from '../formats/reach-csv.ts';
import { VIEW_NODATA, writeViewGeoTiff } from '../formats/view-geotiff.ts';
import { askedDevice, deviceLine } from './asked-device.ts';
import { AskedFiles } from './asked-files.ts';
import { type AskedBox, askedHeights } from './asked-heights.ts';
import { askedPremises } from './asked-premises.ts';
import { askedRoofs } from './asked-roofs.ts';
import { choiceLines } from './choice-lines.ts';
import { numberOf, RADIO_OPTIONS, RADIO_USAGE, type RadioAsked, readRadioOptions } from './radio-options.ts';
import { UsageError } from './usage-error.ts';

export const REACH_USAGE = `Usage: npm run -s notspot -- reach --site LON,LAT,HEIGHT --surface F --heights-above A --device F --radius-m 3000 --premises F --out DIR

  --site LON,LAT,HEIGHT the roof that carries the hub: degrees, and metres above what --heights-above says
  --radius-m M          how far it is looked, at most 5000
  --premises F          a table with coordinates, or points; a second file joins its columns by UPRN or postcode
  --premises-mast-m M   antennas so far over the roofs of premises
  --most-mast-m N       the mast curve goes from 0 to N whole metres over the roof (else 30)
${RADIO_USAGE}
DIR gets premises.csv (quality, reason, clearance, rate, the mast it needs), mast.csv (what each metre of mast adds),
reach.tif (0 hidden, 1 seen, 2 not known, from --premises-mast-m over each cell's surface) and report.json.
`;

/** `notspot reach`: what a roof reaches, without a screen. Returns the exit code; throws words for a person. */
export async function reach(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help')) {
    process.stderr.write(REACH_USAGE);
    return 0;
  }
  const options = optionsOf(argv);
  const { asked, site, radiusMetres, mostMastMetres } = options;
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const device = askedDevice(asked.device);
  const meter = new LinkMeter(device, { ...asked.choices, deviceId: device.id });
  const premises = await premisesAsked(options.premises, say);
  const model = await askedHeights(asked, boxAbout(site, radiusMetres), say);
  const roofs = await askedRoofs(asked.buildings, model.surface);
  const began = performance.now();
  const answer = lastOf(
    reachOfRoof({ site, radiusMetres, mostMastMetres }, { model, meter, roofs, premises, analysis: null }),
  );
  const seconds = (performance.now() - began) / 1000;
  const choices = [deviceLine(device), ...choiceLines(asked, { premisesMast: true })];
  write(options.out, { answer, premises, choices });
  for (const note of answer.notes.filter((one) => !model.notes.includes(one))) say(note);
  for (const line of choices) process.stdout.write(`${line}\n`);
  process.stdout.write(`${summary(answer)}\n`);
  say(`Reckoned in ${seconds.toFixed(2)} s.`);
  return 0;
}

interface ReachOptions {
  readonly asked: RadioAsked;
  readonly site: LinkEnd;
  readonly radiusMetres: number;
  readonly mostMastMetres: number;
  readonly premises: readonly string[];
  readonly out: string;
}

function optionsOf(argv: readonly string[]): ReachOptions {
  const { site, out, premises, 'radius-m': radius, 'most-mast-m': most = '30', ...rest } = parsed(argv);
  if (!site) throw new UsageError('--site is missing: give LON,LAT,HEIGHT.');
  if (!radius) throw new UsageError('--radius-m is missing: say how far is looked.');
  if (!premises?.length) throw new UsageError('--premises is missing.');
  if (!out) throw new UsageError('--out is missing: say which folder the answers go to.');
  const asked = readRadioOptions(rest);
  return {
    asked,
    site: siteOf(site, asked),
    radiusMetres: numberOf('--radius-m', radius, { low: 1, high: 5000, unit: 'm' }),
    mostMastMetres: numberOf('--most-mast-m', most, { low: 0, high: 60, unit: 'm', whole: true }),
    premises,
    out,
  };
}

function parsed(argv: readonly string[]) {
  try {
    const options = {
      ...RADIO_OPTIONS,
      site: { type: 'string' },
      'radius-m': { type: 'string' },
      'premises-mast-m': { type: 'string' },
      'most-mast-m': { type: 'string' },
      premises: { type: 'string', multiple: true },
      out: { type: 'string' },
    } as const;
    // A longitude west of Greenwich begins like an option.
    const args = argv.flatMap((word, i) =>
      argv[i - 1] === '--site' ? [] : word === '--site' ? [`--site=${argv[i + 1] ?? ''}`] : [word],
    );
    return parseArgs({ args, allowPositionals: false, options }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function siteOf(text: string, { above }: RadioAsked): LinkEnd {
  const parts = text.split(',');
  if (parts.length !== 3)
    throw new UsageError(`--site ${text}: write LON,LAT,HEIGHT, for example -0.1234,51.5111,25.`);
  const [lon, lat, antennaMetres] = [
    numberOf('--site', parts[0], { low: -180, high: 180, unit: 'degrees' }),
    numberOf('--site', parts[1], { low: -90, high: 90, unit: 'degrees' }),
    numberOf('--site', parts[2], { low: -500, high: 10_000, unit: 'm' }),
  ];
  return { name: 'the site', lon, lat, antennaMetres, above };
}

async function premisesAsked(paths: readonly string[], say: (line: string) => void): Promise<PremisesTable> {
  const workbench = new Workbench();
  const files = new AskedFiles(workbench);
  const { premises } = await askedPremises(paths, files, { workbench, hasAreas: false, say });
  return workbench.premisesOf(premises);
}

/** The circle's box, with a little to spare. */
function boxAbout({ lon, lat }: LinkEnd, radiusMetres: number): AskedBox {
  const up = (1.02 * radiusMetres) / METRES_PER_DEGREE + 0.001;
  const across = up / Math.cos((Math.min(85, Math.abs(lat)) * Math.PI) / 180);
  return [lon - across, lat - up, lon + across, lat + up];
}

/** Of latitude, at its shortest. */
const METRES_PER_DEGREE = 110_500;

function write(
  out: string,
  {
    answer,
    premises,
    choices,
  }: { readonly answer: ReachAnswer; readonly premises: PremisesTable; readonly choices: readonly string[] },
): void {
  mkdirSync(out, { recursive: true });
  const {
    picture,
    site,
    seaMetres,
    radiusMetres,
    unit,
    byQuality,
    served,
    gigabit,
    all,
    mostClients,
    notes,
  } = answer;
  writeFileSync(join(out, 'premises.csv'), reachCsv(answer, premises));
  writeFileSync(join(out, 'mast.csv'), mastCsv(answer.mast, unit));
  const codes = picture.views.map((view) => (view === VIEW_BEYOND ? VIEW_NODATA : view));
  writeFileSync(join(out, 'reach.tif'), writeViewGeoTiff(codes, picture));
  const report = {
    site,
    antenna_m: seaMetres,
    radius_m: radiusMetres,
    reckoned_with: choices,
    unit,
    all: all.units,
    served: served.units,
    counts_as_gigabit: gigabit.units,
    by_quality: Object.fromEntries(REACH_QUALITIES.map((quality, i) => [quality, byQuality[i].units])),
    clients_at_once_at_most: mostClients,
    notes,
  };
  writeFileSync(join(out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
}

function summary({ all, served, gigabit, byQuality, unit, radiusMetres, mostClients }: ReachAnswer): string {
  const number = (value: number): string => value.toLocaleString('en-GB');
  const others = byQuality
    .map(({ units }, i) => ({ units, quality: REACH_QUALITIES[i] }))
    .filter(({ units, quality }) => units > 0 && quality !== 'clear' && quality !== 'marginal')
    .map(({ units, quality }) => `${number(units)} ${quality}`);
  const serves = `Served: ${number(served.units)} of ${number(all.units)} ${unitWord(unit, all.units)} within ${number(radiusMetres)} m, ${number(gigabit.units)} of them at gigabit.`;
  const capacity = `Its radio serves at most ${number(mostClients)} at once.`;
  return [serves, others.length > 0 ? `The others: ${others.join(', ')}.` : '', capacity]
    .filter(Boolean)
    .join(' ');
}

function lastOf<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
