import type { WorkStep } from '../project/work-step.ts';
import { counted } from '../tables/issue-collector.ts';
import { ACCESS_METRES, type AddedDucts, DUCT_REACH_METRES, POLE_SPACING_METRES } from './add-ducts.ts';
import { CROSS_EVERY_METRES } from './centre-pieces.ts';
import type { FoundThings } from './found-things.ts';
import { FIBRE_POINT_REACH_METRES } from './join-in.ts';
import type { LineFacts } from './line-facts.ts';
import type { LineRestrictions } from './line-restrictions.ts';
import { networkParts } from './network-parts.ts';
import type { NetworkFinding, NetworkReport } from './network-report.ts';
import { SNAP_MILLIMETRES } from './snap-millimetres.ts';
import { FOOTWAY_METRES } from './street-class.ts';
import type { StreetLines } from './street-lines.ts';
import type { StreetNetwork } from './street-network.ts';
import { twoSides } from './two-sided.ts';

/** What a network was made of: counted over the lines that are dug. */
export function* makeReport(
  network: StreetNetwork,
  given: {
    readonly lines: StreetLines;
    /** Whether each line is dug. */
    readonly isDug: (line: number) => boolean;
    readonly metres: number;
    readonly restrictions: LineRestrictions;
    readonly ducts: AddedDucts;
    readonly found: FoundThings;
  },
): Generator<WorkStep, NetworkReport> {
  const { lines, isDug, metres, restrictions, ducts, found } = given;
  const parts = yield* networkParts(network);
  const named = new Set<number>();
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const part = parts.partOf[edge];
    if (part === 0 || named.has(part)) continue;
    named.add(part);
    const street = network.streets[network.streetOf[edge]];
    found.add('TOUCHES_NOTHING', street ? (street.name ?? street.id) : 'a duct');
  }
  const facts = lines.facts.filter((_, line) => isDug(line));
  return {
    findings: found.findings(WORDS).map(withPlaces),
    lines: facts.length,
    metres,
    components: parts.sizes,
    assumed: assumedOf(facts, ducts, found),
    notKnown: [...notKnownOf(facts, lines, isDug, restrictions), ...endsNotKnown(network)],
  };
}

const SNAP_METRES = SNAP_MILLIMETRES / 1000;

const WORDS: Record<NetworkFinding['code'], (count: number) => string> = {
  SNAPPED_END: (n) =>
    `${counted(n, 'end')} of lines met nothing, but another line within ${SNAP_METRES} m: joined to it.`,
  SPLIT_AT_CROSSING: (n) =>
    `${counted(n, 'crossing')} of lines without a junction in the file, of no known level: taken for junctions. If one passes over the other, give both a level.`,
  KEPT_APART_BY_LEVEL: (n) => `${counted(n, 'crossing')} of lines on different levels: not joined.`,
  NOT_DIGGABLE: (n) =>
    `${counted(n, 'line')} left out, since no trench can follow ${n === 1 ? 'it' : 'them'}: steps, motorways, railways, water, and what is not built.`,
  ZERO_LENGTH: (n) => `${counted(n, 'line')} without length: left out.`,
  DUPLICATE: (n) => `${counted(n, 'piece')} of lines drawn twice: the later one left out.`,
  NOT_A_LINE: (n) => `${counted(n, 'row')} without a line: left out.`,
  CROSSES: (n) =>
    `${counted(n, 'time')} a street crosses water, a railway, tramway or motorway: an edge of its own, at its own price.`,
  TOUCHES_NOTHING: (n) =>
    `${counted(n, 'part')} of the network ${n === 1 ? 'touches' : 'touch'} nothing else: reached only from a fibre point in ${n === 1 ? 'it' : 'them'}.`,
  FIBRE_POINT_FAR: (n) =>
    `${counted(n, 'fibre point')} farther than ${FIBRE_POINT_REACH_METRES} m from every street: nothing can be dug from there. Move ${n === 1 ? 'it' : 'them'} or load the streets around.`,
  DUCT_APART: (n) =>
    `${counted(n, 'duct or pole route', 'ducts or pole routes')} not within ${DUCT_REACH_METRES} m of a street: cable cannot get in.`,
  UNKNOWN_RESTRICTION: (n) =>
    `${counted(n, 'row')} with a kind of restriction that is not known here: left out. Use the words of the template.`,
  RESTRICTION_WITHOUT_STREET: (n) =>
    `${counted(n, 'restriction')} of streets that are not loaded, by name, id or USRN: left out.`,
  BAD_DATE: (n) =>
    `${counted(n, 'date')} that ${n === 1 ? 'is' : 'are'} none: taken for not known. Write them as 2029-01-31.`,
  DATES_REVERSED: (n) =>
    `${counted(n, 'restriction')} that ${n === 1 ? 'ends' : 'end'} before ${n === 1 ? 'it begins' : 'they begin'}: both dates taken for not known. Correct them in the file.`,
  BAD_VALUE: (n) => `${counted(n, 'fibre point')} without a place: left out.`,
};

/** What somebody has to put right in a file is said with its rows. */
function withPlaces(finding: NetworkFinding): NetworkFinding {
  const { code, text, count, examples } = finding;
  if (!TO_PUT_RIGHT.has(code) || examples.length === 0) return finding;
  return {
    ...finding,
    text: `${text} ${count > examples.length ? 'The first' : 'Here'}: ${examples.join('; ')}.`,
  };
}

const TO_PUT_RIGHT: ReadonlySet<NetworkFinding['code']> = new Set([
  'UNKNOWN_RESTRICTION',
  'RESTRICTION_WITHOUT_STREET',
  'BAD_DATE',
  'DATES_REVERSED',
]);

/** Streets that something protects without an end that is known: they stay closed, and that is said. */
function endsNotKnown({ barriers, streets }: StreetNetwork): string[] {
  const places = new Set(
    barriers.flatMap(({ effect, until, place }) => (effect.forbids && until === null ? [place] : [])),
  );
  if (places.size === 0) return [];
  const names = streets.filter(({ id }) => places.has(id)).map(({ id, name }) => name ?? id);
  const more =
    names.length > MOST_NAMED ? ` and ${(names.length - MOST_NAMED).toLocaleString('en-GB')} more` : '';
  return [
    `the last day of the protection of ${names.slice(0, MOST_NAMED).join(', ')}${more}: closed until ${names.length === 1 ? 'it is' : 'they are'} lifted`,
  ];
}

const MOST_NAMED = 5;

function assumedOf(facts: readonly LineFacts[], ducts: AddedDucts, found: FoundThings): string[] {
  const sides = facts.filter((one) => twoSides(one) !== null);
  const bySides = sides.filter((one) => twoSides(one)?.isStated === false).length;
  const byWidth = sides.filter(({ widthMetres }) => widthMetres === null).length;
  const said: string[] = [];
  const say = (count: number, words: string): void => {
    if (count > 0) said.push(words);
  };
  say(bySides, `Footways on both sides of ${ofLines(bySides, facts)}, by class of street.`);
  say(byWidth, `The width of ${ofLines(byWidth, facts)}, by class of street: 5.5 to 7.3 m.`);
  say(
    sides.length,
    `Footways are ${FOOTWAY_METRES} m wide; streets can be crossed at junctions and every ${CROSS_EVERY_METRES} m or so.`,
  );
  const splits = found.count('SPLIT_AT_CROSSING');
  say(splits, `${counted(splits, 'crossing')} of no known level: taken for junctions.`);
  const all = ducts.ducts + ducts.poleRoutes;
  say(
    all,
    `Cable can enter and leave ducts and pole routes at their ends and at bends ${ACCESS_METRES} m apart.`,
  );
  say(
    ducts.polesAssumed,
    `Poles every ${POLE_SPACING_METRES} m along ${counted(ducts.polesAssumed, 'pole route')}.`,
  );
  return said;
}

function notKnownOf(
  facts: readonly LineFacts[],
  lines: StreetLines,
  isDug: (line: number) => boolean,
  { known }: LineRestrictions,
): string[] {
  const said: string[] = [];
  const say = (count: number, words: string): void => {
    if (count > 0) said.push(`${words} ${ofLines(count, facts)}`);
  };
  const count = (holds: (one: LineFacts) => boolean): number => facts.filter(holds).length;
  // A street with footways on both sides is dug there.
  say(
    count((one) => one.surface === 0 && !twoSides(one)?.isStated),
    'surfaces of',
  );
  say(
    count(({ level }) => level === null),
    'levels of',
  );
  say(
    count(({ isBridge }) => isBridge === null),
    'whether there is a bridge on',
  );
  say(
    count(({ name }) => name === null),
    'names of',
  );
  say(
    count(({ streetClass }) => streetClass === null),
    'the class of',
  );
  say(
    count(({ microtrench }) => microtrench < 0),
    'whether a microtrench can be cut in',
  );
  for (const [kind, words] of ASKED) {
    const marks = known.get(kind);
    let unknown = 0;
    for (let line = 0; line < lines.count; line++) if (isDug(line) && !marks?.[line]) unknown++;
    say(unknown, words);
  }
  return said;
}

/** Restrictions that streets commonly have; of others nothing is said where nothing is known. */
const ASKED = [
  ['section 58', 'whether recent works protect (section 58)'],
  ['traffic-sensitive', 'whether traffic-sensitive:'],
  ['lane rental', 'whether lane rental is due in'],
  ['conservation area', 'whether a conservation area holds'],
] as const;

function ofLines(count: number, { length }: readonly LineFacts[]): string {
  return `${count.toLocaleString('en-GB')} of ${counted(length, 'line')}`;
}
