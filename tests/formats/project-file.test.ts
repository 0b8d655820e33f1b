import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/cli/run-node.mjs';
import type { Project } from '../../src/domain/project/project.ts';
import { withContentNames } from '../../src/domain/project/with-content-names.ts';
import { withoutConfidential } from '../../src/domain/project/without-confidential.ts';
import { NO_GEOMETRY } from '../../src/domain/tables/source-table.ts';
import { canonicalJson } from '../../src/formats/canonical-json.ts';
import { contentHash, isNameOf, type KeptContent, writeContent } from '../../src/formats/content-pack.ts';
import { readProjectFile, writeProjectFile } from '../../src/formats/project-file.ts';
import { hasProjectMark } from '../../src/formats/project-file-mark.ts';
import { inputsHash, projectByHashes, projectHash } from '../../src/formats/project-hash.ts';
import { PROJECT_SCHEMA } from '../../src/formats/project-migrations.ts';
import { readFile } from '../../src/formats/read-file.ts';
import { sha256 } from '../../src/formats/sha-256.ts';
import { openArchive } from '../../src/formats/zip-archive.ts';
import { EMPTY_PROJECT } from '../../src/stores/project-store.ts';
import {
  FULL_PROJECT,
  fullProjectOfVersion1,
  fullProjectOfVersion2,
  fullProjectOfVersion3,
} from '../builders/full-project.ts';
import { honestManifest } from '../builders/honest-manifest.ts';
import { contentsOf } from '../builders/project-content.ts';
import { refusalFrom } from '../builders/refusal.ts';
import { type ZipPart, zipBytes } from '../builders/zip-bytes.ts';
import { memoryFile, quietly } from './input-file.ts';

const savedAt = '2026-11-27T06:35:00.000Z';

async function fileOf(project: Project, options: { leaveOutConfidential?: boolean } = {}) {
  const kept = await contentsOf(project);
  const blob = await writeProjectFile({ project, ...kept, savedAt, appVersion: '0.1.0', ...options });
  return { ...kept, bytes: new Uint8Array(await blob.arrayBuffer()) };
}

const opened = (bytes: Uint8Array, name = 'work.notspot') =>
  readProjectFile(memoryFile(name, bytes), quietly());

/** The file's entries as they can be packed again. */
async function entriesOf(bytes: Uint8Array): Promise<{ path: string; content: Uint8Array }[]> {
  const members = await openArchive(memoryFile('x.notspot', bytes), quietly().signal);
  return Promise.all(members.map(async (member) => ({ path: member.path, content: await member.bytes() })));
}

const { bytes: whole, hashOf } = await fileOf(FULL_PROJECT);
const entries = await entriesOf(whole);

/** The file with its project and manifest edited as JSON, hashes and sizes put right again. */
async function edited(edit: {
  project?: (text: string) => string;
  manifest?: (text: string) => string;
  parts?: (entries: ZipPart[]) => ZipPart[];
}): Promise<Uint8Array> {
  const decoder = new TextDecoder();
  let parts: ZipPart[] = entries;
  const textOf = (path: string) => {
    const content = parts.find((part) => part.path === path)?.content ?? '';
    return typeof content === 'string' ? content : decoder.decode(content);
  };
  const put = (path: string, content: string) => {
    parts = parts.map((part) => (part.path === path ? { ...part, content } : part));
  };
  if (edit.project) {
    const before = textOf('project.json');
    const after = edit.project(before);
    put('project.json', after);
    put(
      'manifest.json',
      await honestManifest(textOf('manifest.json'), { path: 'project.json', before, after }),
    );
  }
  if (edit.manifest) put('manifest.json', edit.manifest(textOf('manifest.json')));
  return zipBytes(edit.parts ? edit.parts(parts) : parts);
}

describe('a .notspot file', () => {
  it('gives back the project and every content, named by their hashes', async () => {
    const { project, contents, manifest } = await opened(whole);
    expect(project).toEqual(projectByHashes(FULL_PROJECT, hashOf));
    expect(contents.map(({ hash }) => hash)).toEqual(
      FULL_PROJECT.datasets.map(({ contentId }) => hashOf(contentId)).sort(),
    );
    const premises = contents.find(({ hash }) => hash === hashOf('file-1'));
    expect(premises?.content.table.fileName).toBe('premises.csv');
    expect(manifest).toMatchObject({
      savedAt,
      appVersion: '0.1.0',
      projectHash: await projectHash(FULL_PROJECT, hashOf),
      inputsHash: await inputsHash(contents.map(({ hash }) => hash)),
      leftOut: { files: 0, layers: 0 },
    });
  });

  it('is the same, byte for byte, when what was read is written again', async () => {
    const { project, contents } = await opened(whole);
    const again = await writeProjectFile({
      project: withContentNames(project, (hash) => `other ${hash}`),
      hashOf: (name) => name.replace('other ', ''),
      contents: async (hash) => packedOf(contents.find((one) => one.hash === hash)),
      savedAt,
      appVersion: '0.1.0',
    });
    expect(Buffer.compare(new Uint8Array(await again.arrayBuffer()), whole)).toBe(0);
  });

  it('of version 1 opens in every later version', async () => {
    const old = readFileSync(join(projectRoot, 'tests/fixtures/projects/v1.notspot'));
    const { project, contents, manifest } = await opened(new Uint8Array(old));
    expect(manifest).toMatchObject({ version: 1, schema: 1, appVersion: '0.1.0' });
    const names = new Map(
      FULL_PROJECT.datasets.map(({ contentId }, i) => [contentId, project.datasets[i].contentId]),
    );
    expect(project).toEqual(projectByHashes(fullProjectOfVersion1(), (contentId) => names.get(contentId)));
    expect(contents.map(({ content }) => content.former?.report)).toHaveLength(3);
    for (const { hash, content } of contents) {
      const { fileName, report } =
        project.datasets.find(({ contentId }) => contentId === hash) ?? FULL_PROJECT.datasets[0];
      expect([content.table.fileName, content.former]).toEqual([fileName, { report }]);
      expect(await isNameOf(hash, content.table, [report])).toBe(true);
    }
  });

  it('of version 2 opens in every later version', async () => {
    const old = readFileSync(join(projectRoot, 'tests/fixtures/projects/v2.notspot'));
    const { project, contents, manifest } = await opened(new Uint8Array(old));
    expect(manifest).toMatchObject({ version: 1, schema: 2, appVersion: '0.1.0' });
    expect(project).toEqual(projectByHashes(fullProjectOfVersion2(), hashOf));
    expect(contents).toHaveLength(3);
  });

  it('of version 3 opens in every later version', async () => {
    const old = readFileSync(join(projectRoot, 'tests/fixtures/projects/v3.notspot'));
    const { project, contents, manifest } = await opened(new Uint8Array(old));
    expect(manifest).toMatchObject({ version: 1, schema: 3, appVersion: '0.1.0' });
    expect(project).toEqual(projectByHashes(fullProjectOfVersion3(), hashOf));
    expect(contents).toHaveLength(3);
  });

  it('of version 4 opens in every later version', async () => {
    const old = readFileSync(join(projectRoot, 'tests/fixtures/projects/v4.notspot'));
    const { project, contents, manifest } = await opened(new Uint8Array(old));
    expect(manifest).toMatchObject({ version: 1, schema: 4, appVersion: '0.1.0' });
    expect(project).toEqual(projectByHashes(FULL_PROJECT, hashOf));
    expect(contents).toHaveLength(3);
  });

  it('is made of a project without files too', async () => {
    const { bytes } = await fileOf(EMPTY_PROJECT);
    expect((await opened(bytes)).project).toEqual(EMPTY_PROJECT);
  });

  it('leaves out what is confidential when asked to, and says how much', async () => {
    const { bytes, hashOf: hashes } = await fileOf(FULL_PROJECT, { leaveOutConfidential: true });
    const { project, contents, manifest } = await opened(bytes);
    expect(project).toEqual(projectByHashes(withoutConfidential(FULL_PROJECT).project, hashes));
    expect(contents).toHaveLength(2);
    expect(manifest.leftOut).toEqual({ files: 1, layers: 1 });
    const all = (await entriesOf(bytes)).map(({ content }) => new TextDecoder().decode(content)).join();
    expect(all.toLowerCase()).not.toMatch(/acme|gigabit 2023/);
  });

  it('packs data that shrinks over 100 times as it is, so that it can be read again', async () => {
    const rows = 1_500_000;
    const points = { row: new Uint32Array(rows), lon: new Float64Array(rows), lat: new Float64Array(rows) };
    const [, , { fileName, format }] = FULL_PROJECT.datasets;
    const geometry = { ...NO_GEOMETRY, points };
    const content = writeContent({ fileName, format, rows, columns: [], geometry, headerAssumed: false });
    const hash = await contentHash(content);
    const project: Project = { ...EMPTY_PROJECT, datasets: [FULL_PROJECT.datasets[2]] };
    const input = { project, hashOf: () => hash, contents: async () => content, savedAt, appVersion: '1' };
    const blob = await writeProjectFile(input);
    const { contents } = await opened(new Uint8Array(await blob.arrayBuffer()));
    expect(content.length).toBeGreaterThan(10_000_000);
    expect(Buffer.compare(packedOf(contents[0]), content)).toBe(0);
  });

  it('refuses to write data that is not what its hash says', async () => {
    const kept = await contentsOf(FULL_PROJECT);
    const contents = async (hash: string) => (await kept.contents(hash)).slice(1);
    const input = { project: FULL_PROJECT, hashOf: kept.hashOf, contents, savedAt, appVersion: '1' };
    expect((await refusalFrom(writeProjectFile(input))).code).toBe('WRONG_HASH');
  });

  it('stops when asked to, writing and reading', async () => {
    const kept = await contentsOf(FULL_PROJECT);
    const signal = AbortSignal.abort(new Error('stop'));
    await expect(
      writeProjectFile({ project: FULL_PROJECT, ...kept, savedAt, appVersion: '1', signal }),
    ).rejects.toThrow('stop');
    await expect(
      readProjectFile(memoryFile('a.notspot', whole), { signal, onProgress: () => undefined }),
    ).rejects.toThrow('stop');
  });

  it('is told from a file of data by its first bytes, whatever its name', async () => {
    expect(hasProjectMark(whole.subarray(0, 200))).toBe(true);
    expect(hasProjectMark(whole.subarray(0, 40))).toBe(false);
    expect(
      hasProjectMark(zipBytes([{ path: 'mimetype', content: 'application/epub+zip', stored: true }])),
    ).toBe(false);
    for (const bytes of [whole, zipBytes(entries.toReversed())])
      await expect(readFile(memoryFile('work.zip', bytes), quietly())).rejects.toMatchObject({
        report: { issues: [{ code: 'PROJECT_FILE' }] },
      });
    await expect(
      readFile(memoryFile('outer.zip', zipBytes([{ path: 'work.notspot', content: whole }])), quietly()),
    ).rejects.toMatchObject({ report: { issues: [{ code: 'ZIP_NO_MAP_DATA' }] } });
  });
});

describe('readProjectFile', () => {
  const [, other] = FULL_PROJECT.datasets.map(({ contentId }) => `contents/${hashOf(contentId)}.nspk`);
  const cases: readonly (readonly [string, () => Promise<Uint8Array>, string])[] = [
    ['nothing', async () => new Uint8Array(0), 'NOT_NOTSPOT'],
    ['a web page', async () => new TextEncoder().encode('<!doctype html>'), 'NOT_NOTSPOT'],
    ['another zip', async () => zipBytes([{ path: 'a.csv', content: 'a,b' }]), 'NOT_NOTSPOT'],
    [
      "another program's manifest",
      () => edited({ manifest: (text) => text.replace('"notspot"', '"other"') }),
      'NOT_NOTSPOT',
    ],
    [
      'a newer file',
      () => edited({ manifest: (text) => text.replace('"version":1', '"new":[],"version":2') }),
      'NEWER',
    ],
    [
      'a newer project',
      () =>
        edited({
          manifest: (text) => text.replace(`"schema":${PROJECT_SCHEMA}`, `"schema":${PROJECT_SCHEMA + 1}`),
        }),
      'NEWER',
    ],
    [
      'no version',
      () => edited({ manifest: (text) => text.replace('"version":1', '"version":null') }),
      'DAMAGED',
    ],
    ['a manifest that is no JSON', () => edited({ manifest: (text) => text.slice(1) }), 'DAMAGED'],
    [
      'a manifest with a prototype',
      () => edited({ manifest: (text) => text.replace('{', '{"__proto__":{"format":"notspot"},') }),
      'DAMAGED',
    ],
    [
      'a part that is missing',
      () => edited({ parts: (parts) => parts.filter(({ path }) => path !== other) }),
      'MISSING',
    ],
    [
      'a part that is not listed',
      () => edited({ parts: (parts) => [...parts, { path: 'x.js', content: 'x' }] }),
      'UNLISTED',
    ],
    ['a part there twice', () => edited({ parts: (parts) => [...parts, parts[2]] }), 'DAMAGED'],
    ['two contents that changed places', () => edited({ parts: swapped }), 'DAMAGED'],
    ['a content with one byte changed', () => edited({ parts: changed }), 'WRONG_HASH'],
    [
      'another project',
      () =>
        edited({
          parts: (parts) =>
            parts.map((part) =>
              part.path === 'project.json'
                ? {
                    ...part,
                    content: new TextDecoder()
                      .decode(part.content as Uint8Array)
                      .replace('Testborough', 'Bestborough'),
                  }
                : part,
            ),
        }),
      'WRONG_HASH',
    ],
    [
      'another hash of the inputs',
      () =>
        edited({
          manifest: (text) => text.replace(/"inputsHash":"\w{64}"/, `"inputsHash":"${'0'.repeat(64)}"`),
        }),
      'WRONG_HASH',
    ],
    [
      'a huge count',
      () => edited({ project: (text) => text.replace('"rowsRead":10', '"rowsRead":1e300') }),
      'DAMAGED',
    ],
    [
      'a prototype in the project',
      () => edited({ project: (text) => text.replace('{', '{"__proto__":{},') }),
      'DAMAGED',
    ],
    [
      'a project that names data that is not there',
      () => edited({ project: (text) => text.replaceAll(hashOf('file-2') ?? '', '0'.repeat(64)) }),
      'MISSING',
    ],
    ['data that the project does not name', () => edited({ project: withoutCoverage }), 'UNLISTED'],
    [
      'a locked part',
      () =>
        edited({
          parts: (parts) => parts.map((part) => ({ ...part, encrypted: part.path === 'project.json' })),
        }),
      'LOCKED',
    ],
    [
      'a path that leads out',
      () => edited({ parts: (parts) => [...parts, { path: '../x', content: '' }] }),
      'UNSAFE_PATH',
    ],
    [
      'a bomb',
      () => edited({ parts: (parts) => [...parts, { path: 'x', content: new Uint8Array(20_000_000) }] }),
      'TOO_LARGE',
    ],
    [
      'another size than the directory says',
      () =>
        edited({
          parts: (parts) => parts.map((part) => (part.path === other ? { ...part, size: 12 } : part)),
        }),
      'DAMAGED',
    ],
    ['a cut', async () => whole.subarray(0, whole.length - 30), 'DAMAGED'],
  ];

  it.each(cases)('refuses %s', async (_, bytes, code) => {
    const refusal = await refusalFrom(opened(await bytes()));
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(/^[A-Z\w].{20,}\.$/);
  });

  it('refuses data of none of our making though its hash is right', async () => {
    const content = new TextEncoder().encode('no content');
    const hash = await sha256(content);
    const text = canonicalJson({ ...projectByHashes(FULL_PROJECT, hashOf) }).replaceAll(
      hashOf('file-2') ?? '',
      hash,
    );
    const inputs = await inputsHash([hash, hashOf('file-1') ?? '', hashOf('file-3') ?? '']);
    const bytes = await edited({
      project: () => text,
      manifest: (manifest) =>
        manifest
          .replace(/"inputsHash":"\w{64}"/, `"inputsHash":"${inputs}"`)
          .replace(
            new RegExp(`"bytes":\\d+,"path":"${other}"`),
            `"bytes":${content.length},"path":"${other}"`,
          )
          .replaceAll(hashOf('file-2') ?? '', hash),
      parts: (parts) =>
        parts.map((part) => (part.path === other ? { path: `contents/${hash}.nspk`, content } : part)),
    });
    expect(await refusalFrom(opened(bytes))).toMatchObject({ code: 'DAMAGED' });
  });

  function swapped(parts: ZipPart[]): ZipPart[] {
    const [one, two] = parts.slice(3);
    return parts.map((part) => {
      if (part === one) return { ...part, content: two.content };
      return part === two ? { ...part, content: one.content } : part;
    });
  }

  function changed(parts: ZipPart[]): ZipPart[] {
    const content = Uint8Array.from(parts[3].content as Uint8Array);
    content[content.length - 20] ^= 1;
    return parts.map((part, i) => (i === 3 ? { ...part, content } : part));
  }

  function withoutCoverage(text: string): string {
    const project = JSON.parse(text) as Project;
    const gone = hashOf('file-2');
    return canonicalJson({
      ...project,
      datasets: project.datasets.filter(({ contentId }) => contentId !== gone),
      layers: project.layers.filter(({ contentId }) => contentId !== gone),
    });
  }
});

function packedOf(found?: { readonly content: KeptContent }): Uint8Array {
  return found ? writeContent(found.content.table) : new Uint8Array(0);
}
