import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nodeFile } from '../../src/cli/node-file.ts';
import type { Analysis } from '../../src/domain/not-spots/analysis.ts';
import { readRecord } from '../../src/domain/project/dataset-record.ts';
import type { Project } from '../../src/domain/project/project.ts';
import { projectWith } from '../../src/domain/project/project-with.ts';
import { Workbench } from '../../src/domain/project/workbench.ts';
import { FileRefused } from '../../src/domain/tables/file-report.ts';
import type { SourceTable } from '../../src/domain/tables/source-table.ts';
import { canonicalJson } from '../../src/formats/canonical-json.ts';
import { contentHash, readContent, writeContent } from '../../src/formats/content-pack.ts';
import { readProjectFile, writeProjectFile } from '../../src/formats/project-file.ts';
import { projectHash } from '../../src/formats/project-hash.ts';
import { readProject } from '../../src/formats/project-schema.ts';
import { readFile } from '../../src/formats/read-file.ts';
import type { ReadTable } from '../../src/formats/read-table.ts';
import { suggestRoles } from '../../src/formats/suggest-roles.ts';
import { EMPTY_PROJECT } from '../../src/stores/project-store.ts';
import { hasWestminster, westminster } from '../builders/count-westminster.ts';
import { memoryFile, quietly } from './input-file.ts';

const CORPORA = '../shared/corpora';
const present = existsSync(`${CORPORA}/manifest.json`);
if (!present) console.log('Skipped: the shared corpora are not present beside the repository.');
if (!hasWestminster) console.log("Skipped: Westminster's files are not present beside the repository.");

describe.skipIf(!present)('every file from elsewhere that is taken', () => {
  it('is kept to the last bit, and its record can be read back', { timeout: 120_000 }, async () => {
    const files = JSON.parse(readFileSync(`${CORPORA}/manifest.json`, 'utf8')).files as { file: string }[];
    let kept = 0;
    for (const { file } of files) {
      for (const read of await tablesOf(`${CORPORA}/${file}`)) {
        const bytes = writeContent(read.table);
        const back = readContent(bytes);
        expect(isSame(back.table, read.table), file).toBe(true);
        const { project } = projectOf([read]);
        expect(canonicalJson(readProject(JSON.parse(canonicalJson(project)))), file).toBe(
          canonicalJson(project),
        );
        kept++;
      }
    }
    expect(kept).toBeGreaterThan(100);
  });
});

describe.skipIf(!hasWestminster)('Westminster in a .notspot file', () => {
  it('gives the same numbers and the same hashes after it was opened elsewhere', async () => {
    const reads = (
      await Promise.all([westminster.wards, westminster.postcodes, westminster.shares].map(tablesOf))
    ).flat();
    const { project, workbench, contents, hashOf } = await hashed(reads);
    const blob = await writeProjectFile({
      project,
      hashOf,
      contents: async (hash) => contents.get(hash) ?? new Uint8Array(0),
      savedAt: '2026-11-27T06:35:00.000Z',
      appVersion: '0.1.0',
    });
    const opened = await readProjectFile(
      memoryFile('westminster.notspot', new Uint8Array(await blob.arrayBuffer())),
      quietly(),
    );
    const elsewhere = new Workbench();
    for (const { hash, content } of opened.contents) elsewhere.put(hash, content.table);
    expect(opened.manifest.projectHash).toBe(await projectHash(project, hashOf));
    expect(await projectHash(opened.project, (hash) => hash)).toBe(opened.manifest.projectHash);
    const here = analysed(workbench, project);
    const there = analysed(elsewhere, opened.project);
    expect(here?.wardCodes.length).toBeGreaterThan(15);
    // Contents are called by their hashes there, and layers after them; nothing else differs.
    let text = canonicalJson(here);
    for (const { contentId } of project.datasets) text = text.replaceAll(contentId, hashOf(contentId) ?? '');
    expect(canonicalJson(there)).toBe(text);
  });
});

function analysed(workbench: Workbench, project: Project): Analysis | null {
  const steps = workbench.analyse(project, 'no gigabit');
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

async function tablesOf(path: string): Promise<readonly ReadTable[]> {
  try {
    return await readFile(nodeFile(path), quietly());
  } catch (error) {
    if (error instanceof FileRefused) return [];
    throw error;
  }
}

/** The project that importing these makes. */
function projectOf(reads: readonly ReadTable[]) {
  const workbench = new Workbench();
  const records = reads.map(({ table, report }, i) => {
    const contentId = `file-${i + 1}`;
    workbench.put(contentId, table);
    const { rows, format, columns } = table;
    const columnNames = columns.map(({ name }) => name);
    const suggestion = suggestRoles(table);
    return readRecord({ contentId, rows, format, columnNames, suggestion, areaName: null }, report);
  });
  return { workbench, project: projectWith(EMPTY_PROJECT, records) };
}

async function hashed(reads: readonly ReadTable[]) {
  const { workbench, project } = projectOf(reads);
  const contents = new Map<string, Uint8Array>();
  const hashes = new Map<string, string>();
  for (const [i, read] of reads.entries()) {
    const bytes = writeContent(read.table);
    const hash = await contentHash(bytes);
    contents.set(hash, bytes);
    hashes.set(`file-${i + 1}`, hash);
  }
  return { workbench, project, contents, hashOf: (contentId: string) => hashes.get(contentId) };
}

/** Equal to the last bit: cells, rows, coordinates as used and as printed, and all that is said of them. */
function isSame(one: SourceTable, other: SourceTable): boolean {
  return canonicalJson(plain(one)) === canonicalJson(plain(other));
}

/** A table with every flat array as the bytes it is made of, and cells without what lies before or behind them. */
function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value))
    return `${value.constructor.name} ${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')}`;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
}
