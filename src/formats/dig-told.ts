import type { DigDesign, DigResult } from '../domain/dig/dig-design.ts';
import { type Fingerprints, fingerprintMembers } from '../domain/project/fingerprints.ts';

/** What every file of a dig says of the work that it is out of. */
export interface DigTold {
  readonly projectName: string;
  /** True where the design lies in the demo borough. */
  readonly fictional: boolean;
  /** Streets, premises and whatever else it was made of, in a line each, joined by "; ". */
  readonly sources: string;
  /** ISO date on which the file is made. */
  readonly madeOn: string;
  /** 'fictional', and what was left out or is out of date; '' where there is nothing to say. */
  readonly remark: string;
  readonly fingerprints: Fingerprints | null;
}

/** The same as members of an object or columns of a table; `lacks` says in words what the file does not hold. */
export function digToldMembers(
  { name, result }: DigDesign,
  { projectName, sources, madeOn, remark, fingerprints }: DigTold,
  lacks: string,
): Readonly<Record<string, string>> {
  return {
    design: name,
    project: projectName,
    made_on: madeOn,
    counted_in: result?.unit ?? 'premises',
    remark: [remark, result?.isQuick ? 'quick answer, not yet refined' : ''].filter(Boolean).join('; '),
    lacks,
    notes: result?.notes.join(' ') ?? '',
    sources,
    ...fingerprintMembers(fingerprints),
  };
}

/** The design's result. Throws RangeError in words where it has none: there is then nothing to hand over. */
export function digResultOf({ name, result }: DigDesign): DigResult {
  if (result) return result;
  throw new RangeError(`${name} has no route yet. Run it first.`);
}

/** Members as lines of text, "made on: 1 May 2026": those that say something. */
export function toldText(members: ReturnType<typeof digToldMembers>): string {
  return Object.entries(members)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name.replaceAll('_', ' ')}: ${value}`)
    .join('\n');
}
