import { type FileIssue, FileRefused } from '../domain/tables/file-report.ts';
import { counted } from '../domain/tables/issue-collector.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import type { ArchiveMember } from './archive-member.ts';
import type { InputFile, ReadOptions } from './byte-source.ts';
import { ROOT } from './geojson-features.ts';
import { mergeSplitTables } from './merge-split-tables.ts';
import { MARK_PATH, projectFileRefused } from './project-file-mark.ts';
import type { ReadTable } from './read-table.ts';
import type { ReaderInput } from './reader-input.ts';
import { unreadMessage } from './unread-formats.ts';
import { noMapData, openArchive } from './zip-archive.ts';
import { hasDataName, type MemberKind, memberKind, officeKind, shapefileStem } from './zip-members.ts';

/**
 * Reads every map file and table in a zip or KMZ as if each were dropped alone; the parts of a Shapefile go together.
 * Throws FileRefused where the archive is unsafe or damaged, holds another archive or nothing that is read, and where
 * one of its files is refused. `readFile` reads a file that is in it.
 */
export async function readZip(
  { source, file, options }: ReaderInput,
  readFile: ReadFile,
): Promise<readonly ReadTable[]> {
  await source.close();
  const members = await openArchive(file, options.signal);
  const office = officeKind(members.map(({ path }) => path));
  if (office) throw refuseFile(file, [{ code: 'UNKNOWN_FORMAT', message: unreadMessage(file.name, office) }]);
  if (isPackedProject(members)) throw projectFileRefused(file);
  let kinds: ReadonlyMap<ArchiveMember, MemberKind>;
  try {
    kinds = await kindsOf(members, options.signal);
    if (!members.some((member) => isRead(kinds.get(member)))) await checkAll(members);
  } catch (error) {
    if (!(error instanceof FileRefused) || members.some(({ path }) => hasDataName(path))) throw error;
    throw refuseFile(file, [...error.report.issues, noMapData(file)]);
  }
  const nested = members.find((member) => kinds.get(member) === 'archive');
  if (nested) throw holdsArchive(file, nested);
  const tables: ReadTable[] = [];
  const skipped = members.filter((member) => kinds.get(member) === 'skipped');
  const wanted = members.filter((member) => isRead(kinds.get(member)));
  const total = wanted.reduce((sum, { size }) => sum + size, 0);
  let before = 0;
  for (const member of wanted) {
    const share = total === 0 ? 1 : member.size / total;
    const from = total === 0 ? 0 : before / total;
    const part: ReadOptions = {
      signal: options.signal,
      onProgress: (fraction, what) => options.onProgress(from + fraction * share, what),
    };
    const kind = kinds.get(member) as MemberKind;
    part.onProgress(0, `Unpacking ${member.path}`);
    const read = await readMember(member, kind, {
      members,
      input: { source, file, options: part },
      readFile,
    });
    if (read) tables.push(...read);
    else skipped.push(member);
    before += member.size;
  }
  if (tables.length === 0) throw nothingRead(file, members);
  const whole = mergeSplitTables(tables);
  if (skipped.length > 0) addNote(whole, skippedNote(skipped));
  return whole;
}

type ReadFile = (file: InputFile, options: ReadOptions) => Promise<readonly ReadTable[]>;

interface Surroundings {
  readonly members: readonly ArchiveMember[];
  readonly input: ReaderInput;
  readonly readFile: ReadFile;
}

async function readMember(
  member: ArchiveMember,
  kind: MemberKind,
  { members, input, readFile }: Surroundings,
): Promise<readonly ReadTable[] | null> {
  if (kind === 'shapefile') {
    const { readShapefile } = await import('./shapefile.ts');
    const part = async (extension: string) =>
      (await members
        .find(
          ({ path }) =>
            shapefileStem(path) === shapefileStem(member.path) && path.toLowerCase().endsWith(extension),
        )
        ?.bytes()) ?? null;
    const text = async (extension: string) => {
      const bytes = await part(extension);
      return bytes && new TextDecoder().decode(bytes);
    };
    const name = `${input.file.name}: ${member.path}`;
    const parts = {
      shp: await member.bytes(),
      dbf: await part('.dbf'),
      shx: await part('.shx'),
      prj: await text('.prj'),
      cpg: await text('.cpg'),
    };
    return [await readShapefile(parts, name, input)];
  }
  try {
    return await readFile(
      kind === 'in-memory' ? await member.asFileInMemory() : member.asFile(),
      input.options,
    );
  } catch (error) {
    if (error instanceof FileRefused && isOtherJson(member, error)) return null;
    throw error;
  }
}

/** A .notspot file that somebody unpacked and packed again. */
function isPackedProject(members: readonly ArchiveMember[]): boolean {
  const paths = new Set(members.map(({ path }) => path));
  return paths.has('manifest.json') && paths.has('project.json') && paths.has(MARK_PATH);
}

/** Settings and descriptions are JSON too: no map data, and no fault of the archive. */
function isOtherJson({ path }: ArchiveMember, { report }: FileRefused): boolean {
  return (
    /\.json$/i.test(path) &&
    report.issues.every(
      ({ code, examples }) => code === 'NOT_GEOJSON' && examples.every((place) => place === ROOT),
    )
  );
}

async function kindsOf(
  members: readonly ArchiveMember[],
  signal: AbortSignal,
): Promise<ReadonlyMap<ArchiveMember, MemberKind>> {
  const stems = new Set(
    members.filter(({ path }) => /\.shp$/i.test(path)).map(({ path }) => shapefileStem(path)),
  );
  const kinds = new Map<ArchiveMember, MemberKind>();
  for (const member of members) {
    signal.throwIfAborted();
    kinds.set(member, await memberKind(member, stems));
  }
  return kinds;
}

/** Unpacks what nobody reads, up to 64 MB, to tell a damaged archive from one that holds something else. */
async function checkAll(members: readonly ArchiveMember[]): Promise<void> {
  let left = MAX_CHECKED_BYTES;
  for (const member of members) {
    left -= member.size;
    if (left < 0) return;
    const reader = member.asFile().stream().getReader();
    while (!(await reader.read()).done);
  }
}

const MAX_CHECKED_BYTES = 64_000_000;

function isRead(kind: MemberKind | undefined): boolean {
  return kind === 'streamed' || kind === 'in-memory' || kind === 'shapefile';
}

function holdsArchive(file: InputFile, { path }: ArchiveMember): FileRefused {
  const message = `${file.name} holds another archive (${shortName(path)}), which is not opened. Unpack the outer one and load what is inside.`;
  return refuseFile(file, [{ code: 'ZIP_NO_MAP_DATA', message, examples: [path] }]);
}

function nothingRead(file: InputFile, members: readonly ArchiveMember[]): FileRefused {
  if (members.some(({ path }) => /\.gdb\//i.test(path))) {
    const message = `${file.name} holds an Esri geodatabase, which is not read. Export its layers as GeoPackage or Shapefile and load those.`;
    return refuseFile(file, [{ code: 'ZIP_NO_MAP_DATA', message }]);
  }
  const office = members.map(({ path }) => path).find((path) => /\.(?:xlsx?|ods|docx?)$/i.test(path));
  const message = office
    ? `${file.name} holds no map data, but ${shortName(office)}. Save its sheet as CSV and load that.`
    : `${file.name} holds ${members.length === 0 ? 'no files' : `no map data but ${kindsFound(members)}`}. Read: Shapefile, GeoPackage, GeoJSON, KML, GPX, CSV and others.`;
  return refuseFile(file, [
    { code: 'ZIP_NO_MAP_DATA', message, examples: members.slice(0, 5).map(({ path }) => path) },
  ]);
}

/** "2 txt, 1 pdf, 1 without an ending": what an archive holds, by extension. */
function kindsFound(members: readonly ArchiveMember[]): string {
  const counts = new Map<string, number>();
  for (const { path } of members) {
    const extension = /\.([A-Za-z0-9]{1,8})$/.exec(path)?.[1].toLowerCase() ?? 'without an ending';
    counts.set(extension, (counts.get(extension) ?? 0) + 1);
  }
  return [...counts]
    .slice(0, 3)
    .map(([extension, count]) => `${count} ${extension}`)
    .join(', ');
}

function skippedNote(skipped: readonly ArchiveMember[]): FileIssue {
  return {
    code: 'ZIP_ENTRY_SKIPPED',
    outcome: 'note',
    message: `${counted(skipped.length, 'file')} in the archive ${skipped.length === 1 ? 'is' : 'are'} no map data and ${skipped.length === 1 ? 'was' : 'were'} not read.`,
    count: skipped.length,
    examples: skipped.slice(0, 5).map(({ path }) => path),
  };
}

function addNote(tables: ReadTable[], note: FileIssue): void {
  const [first] = tables;
  tables[0] = { table: first.table, report: { ...first.report, issues: [...first.report.issues, note] } };
}

function shortName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.length > 40 ? `${name.slice(0, 39)}…` : name;
}
