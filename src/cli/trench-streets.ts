import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { billOf } from '../domain/cost/bill-of.ts';
import type { RateCard } from '../domain/cost/rate-card.ts';
import type { DigDesign, DigResult } from '../domain/dig/dig-design.ts';
import { digOver } from '../domain/dig/dig-over.ts';
import type { DigQuestion } from '../domain/dig/dig-question.ts';
import { loadGrid } from '../domain/geo/british-national-grid.ts';
import { sourceLine } from '../domain/not-spots/provenance.ts';
import type { DatasetRecord, Project } from '../domain/project/project.ts';
import type { Role } from '../domain/project/role.ts';
import { selectedRows } from '../domain/project/selected-rows.ts';
import { today } from '../domain/project/today.ts';
import { Workbench } from '../domain/project/workbench.ts';
import { networkFromTables } from '../domain/streets/network-from-tables.ts';
import type { StreetNetwork } from '../domain/streets/street-network.ts';
import { billCsv } from '../formats/bill-csv.ts';
import { digPiecesCsv, digPremisesCsv, digStreetsCsv } from '../formats/dig-csv.ts';
import { digGeoJson } from '../formats/dig-geojson.ts';
import { digKml } from '../formats/dig-kml.ts';
import type { DigTold } from '../formats/dig-told.ts';
import { openFibreNodes, openFibrePackage, openFibreSpans } from '../formats/open-fibre-data.ts';
import { inputsHash } from '../formats/project-hash.ts';
import { AskedFiles } from './asked-files.ts';
import { askedIds } from './asked-ids.ts';
import { askedPremises } from './asked-premises.ts';
import { askedRates, ratesLine } from './asked-rates.ts';
import { digLines } from './dig-lines.ts';
import { finished } from './finished.ts';
import { type DigAsked, digOptions } from './trench-options.ts';
import { UNREAD_PROJECT } from './unread-project.ts';

/** `notspot trench --streets`: which streets to dig, without a screen. Returns the exit code; throws words for a person. */
export async function trenchStreets(argv: readonly string[]): Promise<number> {
  const asked = digOptions(argv);
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const rates = askedRates(asked.rates);
  await loadGrid();
  const workbench = new Workbench();
  const files = new AskedFiles(workbench);
  const datasets: DatasetRecord[] = [];
  const add = async (paths: readonly string[], role: Role): Promise<DatasetRecord[]> => {
    const added: DatasetRecord[] = [];
    for (const path of paths) added.push(await files.dataset(path, role));
    datasets.push(...added);
    return added;
  };
  const [streets, fibrePoints, ducts, restrictions] = [
    await add(asked.streets, 'streets'),
    await add(asked.roots, 'fibre points'),
    await add(asked.ducts, 'ducts'),
    await add(asked.restrictions, 'restrictions'),
  ];
  if (asked.wards !== null) await add([asked.wards], 'wards');
  await add(asked.areas, 'areas');
  const hasAreas = asked.areas.length > 0;
  const { premises } = await askedPremises(asked.premises, files, { workbench, hasAreas, say });
  datasets.push(premises);
  const fileOf = ({ contentId, roles, source }: DatasetRecord) => ({
    table: workbench.table(contentId),
    roles,
    source,
  });
  const network = finished(
    networkFromTables({
      streets: streets.map(fileOf),
      fibrePoints: fibrePoints.map(fileOf),
      ducts: ducts.map(fileOf),
      restrictions: restrictions.map(fileOf),
    }),
  );
  for (const { text } of network.report.findings) say(text);
  const project: Project = {
    ...UNREAD_PROJECT,
    name: 'Command line',
    datasets,
  };
  const prepared = finished(workbench.prepare(project));
  if (!prepared) throw new Error(`${premises.fileName}: it holds no premises.`);
  // As the app names them in a design that leaves it: another's copy of the same files is known again.
  const nameOf = ({ contentId }: DatasetRecord): string => files.hashes.get(contentId) ?? contentId;
  const question = questionOf(asked, network, nameOf(premises));
  const { selection } = asked;
  const rows = selection
    ? selectedRows(question.selection, prepared)
    : Uint32Array.from({ length: prepared.premises.count }, (_, row) => row);
  if (rows.length === 0) say('Nobody is to be served: none of the premises is in what was chosen.');
  const began = performance.now();
  const secondsGone = (): number => (performance.now() - began) / 1000;
  const { seconds } = asked;
  const contents = datasets.map(nameOf);
  const result = finished(
    digOver(
      question,
      { network, premises: prepared.premises, rows, rates, contents },
      seconds === null
        ? { isQuick: asked.isQuick }
        : { isQuick: false, isByClock: true, isTimeUp: () => secondsGone() > seconds },
    ),
  );
  const design: DigDesign = { id: 'dig-1', name: 'Dig', question, result };
  const told: DigTold = {
    projectName: project.name,
    fictional: false,
    sources: [...new Set(datasets.map(({ source }) => sourceLine(source)))].join('; '),
    madeOn: today(),
    remark: '',
    fingerprints: { inputs: await inputsHash(files.hashes.values()), project: '' },
  };
  write(asked.out, { design, result, told, rates });
  process.stdout.write(
    `${digLines(question, result, { rates, unit: prepared.premises.unit }).join('\n')}\n${ratesLine(rates)}\n`,
  );
  say(`Searched in ${secondsGone().toFixed(2)} s.`);
  return 0;
}

function questionOf(asked: DigAsked, network: StreetNetwork, premisesContentId: string): DigQuestion {
  const known = new Set(network.fibrePoints.map(({ id }) => id));
  const strange = asked.rootIds?.find((id) => !known.has(id));
  if (strange !== undefined)
    throw new Error(
      `--root ${strange}: the files of --roots have no such point near a street. They have ${[...known].slice(0, 8).join(', ')}${known.size > 8 ? ' …' : ''}.`,
    );
  const { selection, aim, blocked, forced, passed, takeUpPercent } = asked;
  return {
    selection:
      selection === null
        ? { kind: 'list', ids: [] }
        : selection.kind === 'list'
          ? { kind: 'list', ids: askedIds(selection.ids) }
          : selection,
    premisesContentId,
    onlyNotSpots: false,
    rootIds: asked.rootIds ?? [...known],
    ownRoots: [],
    ...{ aim, blocked, forced, passed, takeUpPercent },
    lifted: asked.lifted.map((street) => ({ street, reason: 'lifted on the command line' })),
    worksFrom: asked.worksFrom ?? today(),
  };
}

interface Written {
  readonly design: DigDesign;
  readonly result: DigResult;
  readonly told: DigTold;
  readonly rates: RateCard;
}

function write(out: string, { design, result, told, rates }: Written): void {
  mkdirSync(out, { recursive: true });
  const put = (name: string, text: string): void => writeFileSync(join(out, name), text);
  const bill = billOf({ ...design.question, ...result }, rates);
  put('design.geojson', digGeoJson(design, told));
  put(
    'streets.csv',
    digStreetsCsv(design, told, new Map(bill.streets.map(({ street, days }) => [street, days]))),
  );
  put('bill.csv', billCsv({ design, bill, card: rates }, told));
  put('pieces.csv', digPiecesCsv(design, told));
  put('premises.csv', digPremisesCsv(design, told));
  put('design.kml', digKml(design, told));
  put('open-fibre.json', openFibrePackage(design, told));
  put('open-fibre-nodes.geojson', openFibreNodes(design, told));
  put('open-fibre-spans.geojson', openFibreSpans(design, told));
}
