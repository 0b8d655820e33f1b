import type { WorkStep } from '../project/work-step.ts';
import { addDucts } from './add-ducts.ts';
import { addFibrePoints } from './add-fibre-points.ts';
import { centrePieces, nameOfLine } from './centre-pieces.ts';
import { finishNetwork } from './finish-network.ts';
import { FoundThings } from './found-things.ts';
import { joinIn } from './join-in.ts';
import { joinLines } from './join-lines.ts';
import { layEdges } from './lay-edges.ts';
import { lineRestrictions } from './line-restrictions.ts';
import { makeReport } from './make-report.ts';
import { type NamedStreets, nameStreets } from './name-streets.ts';
import type { NetworkFiles } from './network-files.ts';
import type { NetworkReport } from './network-report.ts';
import { readFibrePoints } from './read-fibre-points.ts';
import { streetBarriers } from './street-barriers.ts';
import { type StreetLines, streetLines } from './street-lines.ts';
import type { StreetNetwork } from './street-network.ts';
import { StreetsRefused } from './streets-refused.ts';

/**
 * Streets of files as a network: lines joined and cut where they meet, footways laid beside them, what they cross priced apart,
 * ducts, poles and fibre points joined, restrictions on the edges, and a report of what was found, assumed and not known. The same
 * files give the same network. Needs loadGrid where fibre points are columns of coordinates. Throws StreetsRefused without streets.
 */
export function* networkFromTables(files: NetworkFiles): Generator<WorkStep, StreetNetwork> {
  if (files.streets.length === 0)
    throw new StreetsRefused(
      'NO_STREETS',
      'No streets are loaded. Load lines of streets, or choose "Streets" as the use of a file on the Data page.',
    );
  const found = new FoundThings();
  const lines = yield* streetLines(files.streets, found);
  const isDug = Uint8Array.from(lines.facts, ({ streetClass }) =>
    !streetClass || streetClass.use === 'dug' ? 1 : 0,
  );
  noteLeftOut(lines, isDug, found);
  const joined = yield* joinLines(
    {
      xy: lines.xy,
      starts: lines.starts,
      isIn: (line) => isDug[line] === 1,
      levelOf: (line) => lines.facts[line].level,
      splitsAtCrossings: true,
      nameOf: (line) => nameOfLine(lines.facts[line], line),
    },
    found,
  );
  if (joined.lineOf.length === 0)
    throw new StreetsRefused(
      'NO_STREETS',
      'No line of the files of streets is one that can be dug. Load streets, or choose the column of their class on the Data page.',
    );
  const pieces = yield* centrePieces(lines, joined, found);
  const named = yield* nameStreets(lines, pieces, files.streets);
  const restrictions = yield* lineRestrictions(files, lines, found);
  const draft = yield* layEdges(pieces, lines.facts);
  const ducts = yield* addDucts(draft, files.ducts, lines.plane, found);
  const fibre = addFibrePoints(draft, readFibrePoints(files.fibrePoints, found), ducts, lines.plane);
  const barriers = yield* streetBarriers(draft, lines, { named, restrictions, files: files.streets });
  const bare = yield* finishNetwork(draft, lines.plane, { named, barriers, report: NO_REPORT });
  const network = yield* joinIn(bare, ducts, fibre, found);
  const report = yield* makeReport(network, {
    ...{ lines, restrictions, ducts, found },
    isDug: (line) => isDug[line] === 1,
    metres: metresOf(lines, pieces.shapes),
  });
  return { ...network, streetsCalled: streetsCalled(lines, named), report };
}

/** Ids and USRNs of lines, each with the streets that they are part of. */
function streetsCalled({ facts }: StreetLines, { streetOf }: NamedStreets): Map<string, number[]> {
  const called = new Map<string, number[]>();
  for (const [line, { id, usrn }] of facts.entries()) {
    const street = streetOf[line];
    if (street < 0) continue;
    for (const key of [id, usrn]) {
      if (key === null || key === '') continue;
      const known = called.get(key);
      if (!known) called.set(key, [street]);
      else if (!known.includes(street)) known.push(street);
    }
  }
  return called;
}

const NO_REPORT: NetworkReport = {
  findings: [],
  lines: 0,
  metres: 0,
  components: [],
  assumed: [],
  notKnown: [],
};

function noteLeftOut(lines: StreetLines, isDug: Uint8Array, found: FoundThings): void {
  for (let line = 0; line < lines.count; line++)
    if (!isDug[line]) found.add('NOT_DIGGABLE', () => leftOutWords(lines, line));
}

function leftOutWords({ facts }: StreetLines, line: number): string {
  const { classText } = facts[line];
  return `${nameOfLine(facts[line], line)}${classText === null ? '' : ` (${classText})`}`;
}

/** Along the centre lines, on the ground, in whole metres. */
function metresOf({ plane }: StreetLines, { xy, starts }: { xy: Float64Array; starts: Int32Array }): number {
  let metres = 0;
  for (let piece = 0; piece + 1 < starts.length; piece++)
    for (let at = starts[piece]; at + 1 < starts[piece + 1]; at++)
      metres += plane.metresBetween(xy[2 * at], xy[2 * at + 1], xy[2 * at + 2], xy[2 * at + 3]);
  return Math.round(metres);
}
