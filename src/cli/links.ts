import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Workbench } from '../domain/project/workbench.ts';
import { judgeLink } from '../domain/radio/judge-link.ts';
import { LinkMeter } from '../domain/radio/link-meter.ts';
import { counted } from '../domain/tables/issue-collector.ts';
import { type LinkRow, linksCsv } from '../formats/links-csv.ts';
import { askedDevice, deviceLine } from './asked-device.ts';
import { AskedFiles } from './asked-files.ts';
import { type AskedBox, askedHeights } from './asked-heights.ts';
import { askedRoofs } from './asked-roofs.ts';
import { choiceLines } from './choice-lines.ts';
import { type AskedLink, linksOfTable } from './links-table.ts';
import { RADIO_OPTIONS, RADIO_USAGE, type RadioAsked, readRadioOptions } from './radio-options.ts';
import { UsageError } from './usage-error.ts';

export const LINKS_USAGE = `Usage: npm run -s notspot -- links --input F --surface F --heights-above A --device F --out F.csv

  --input F             a table with from_id, from_lon, from_lat, from_height_m, to_id, to_lon, to_lat, to_height_m;
                        "from" is the hub, "to" the premises; degrees and metres
${RADIO_USAGE}
F.csv gets a row per link: class (clear, marginal, blocked, not known, no link, not read), clearance in metres and in
first Fresnel radii, losses by kind, level, margin, rate, availability, and the reason for what could not be reckoned.
`;

/** `notspot links`: judges a table of links without a screen. Returns the exit code; throws words for a person. */
export async function links(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help')) {
    process.stderr.write(LINKS_USAGE);
    return 0;
  }
  const { input, out, asked } = optionsOf(argv);
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const device = askedDevice(asked.device);
  const files = new AskedFiles(new Workbench());
  const { table } = await files.open(input, null);
  const rows = linksOfTable(table, asked.above);
  const model = await askedHeights(asked, boxAbout(rows), say);
  const roofs = await askedRoofs(asked.buildings, model.surface);
  const ground = {
    model,
    meter: new LinkMeter(device, { ...asked.choices, deviceId: device.id }),
    buildingAt: roofs && ((lon: number, lat: number) => roofs.at(lon, lat)),
  };
  const judged = rows.map((row): LinkRow => {
    const { fromId, toId } = row;
    if (row.fault !== null) return { fromId, toId, answer: null, reasons: [row.fault] };
    const answer = judgeLink(row, ground);
    // The profiles of a long table would not fit into memory.
    return { fromId, toId, answer: { ...answer, profile: null }, reasons: answer.reasons };
  });
  writeFileSync(out, linksCsv(judged));
  for (const line of [deviceLine(device), ...choiceLines(asked, { premisesMast: false })])
    process.stdout.write(`${line}\n`);
  process.stdout.write(`${summary(judged)}\n`);
  return 0;
}

function optionsOf(argv: readonly string[]): { input: string; out: string; asked: RadioAsked } {
  const { input, out, ...rest } = parsed(argv);
  if (!input) throw new UsageError('--input is missing: give a table of links.');
  if (!out) throw new UsageError('--out is missing: say where the answers go.');
  return { input, out, asked: readRadioOptions(rest) };
}

function parsed(argv: readonly string[]) {
  try {
    const options = { ...RADIO_OPTIONS, input: { type: 'string' }, out: { type: 'string' } } as const;
    return parseArgs({ args: [...argv], allowPositionals: false, options }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Of all ends, with some metres to spare. Throws words where no row is a link. */
function boxAbout(rows: readonly AskedLink[]): AskedBox {
  const ends = rows.flatMap(({ from, to }) => (from && to ? [from, to] : []));
  const fault = rows.find((row) => row.fault !== null)?.fault;
  if (ends.length === 0) throw new Error(fault ?? 'The table of links has no rows. Add some.');
  const [lons, lats] = [ends.map(({ lon }) => lon), ends.map(({ lat }) => lat)];
  const least = (values: number[]): number => values.reduce((a, b) => Math.min(a, b)) - SPARE_DEGREES;
  const most = (values: number[]): number => values.reduce((a, b) => Math.max(a, b)) + SPARE_DEGREES;
  return [least(lons), least(lats), most(lons), most(lats)];
}

const SPARE_DEGREES = 0.001;

function summary(judged: readonly LinkRow[]): string {
  const classes = new Map<string, number>();
  for (const { answer } of judged) {
    const found = answer?.class ?? 'not read';
    classes.set(found, (classes.get(found) ?? 0) + 1);
  }
  const gigabit = judged.filter(({ answer }) => answer?.budget?.countsAsGigabit).length;
  const parts = [...classes].map(([name, count]) => `${count.toLocaleString('en-GB')} ${name}`);
  return `${counted(judged.length, 'link')}: ${parts.join(', ')}; ${gigabit.toLocaleString('en-GB')} count as gigabit.`;
}
