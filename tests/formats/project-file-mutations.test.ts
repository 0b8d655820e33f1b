import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/formats/canonical-json.ts';
import { writeContent } from '../../src/formats/content-pack.ts';
import { type ProjectFileRead, readProjectFile, writeProjectFile } from '../../src/formats/project-file.ts';
import { ProjectRefused, type RefusalCode } from '../../src/formats/project-refused.ts';
import { readProject } from '../../src/formats/project-schema.ts';
import { openArchive } from '../../src/formats/zip-archive.ts';
import { FULL_PROJECT } from '../builders/full-project.ts';
import { honestManifest } from '../builders/honest-manifest.ts';
import { contentsOf } from '../builders/project-content.ts';
import { seededRandom } from '../builders/seeded-random.ts';
import { type ZipPart, zipBytes } from '../builders/zip-bytes.ts';
import { memoryFile, quietly } from './input-file.ts';

/** Seeds that ever failed; each runs first. */
const KEPT_SEEDS: readonly number[] = [];
const MUTATIONS = 1000;

const kept = await contentsOf(FULL_PROJECT);
const blob = await writeProjectFile({
  project: FULL_PROJECT,
  ...kept,
  savedAt: '2026-11-27T06:35:00.000Z',
  appVersion: '0.1.0',
});
const whole = new Uint8Array(await blob.arrayBuffer());
const members = await openArchive(memoryFile('x.notspot', whole), quietly().signal);
const parts: readonly ZipPart[] = await Promise.all(
  members.map(async (member) => ({ path: member.path, content: await member.bytes() })),
);
const asRead = await opened(whole);
const packed = asRead.contents.map(({ content }) => writeContent(content.table));

const HONEST = 'an edited project with its hashes put right';

type Random = (below: number) => number;

/** Every kind of damage, each as likely as another. */
const DAMAGES: Readonly<Record<string, (random: Random) => Uint8Array | Promise<Uint8Array>>> = {
  'one bit': (random) => flipped(random, 1),
  'many bits': (random) => flipped(random, 2 + random(200)),
  'a byte of the directory': (random) => {
    const bytes = Uint8Array.from(whole);
    bytes[bytes.length - 1 - random(400)] = random(256);
    return bytes;
  },
  'a cut': (random) => whole.subarray(0, random(whole.length)),
  'a piece taken out': (random) => {
    const from = random(whole.length);
    const to = from + 1 + random(300);
    return joined([whole.subarray(0, from), whole.subarray(to)]);
  },
  'a piece put in': (random) => {
    const at = random(whole.length);
    return joined([whole.subarray(0, at), noise(random, 1 + random(300)), whole.subarray(at)]);
  },
  'two files end to end': () => joined([whole, whole]),
  noise: (random) => noise(random, random(5000)),
  'noise behind a sound head': (random) => joined([whole.subarray(0, 80), noise(random, random(5000))]),
  'entries in another order': (random) => zipBytes(parts.toSorted(() => random(3) - 1)),
  'contents of two entries swapped': (random) => {
    const [one, two] = [random(parts.length), random(parts.length)];
    return zipBytes(
      parts.map((part, i) => ({
        ...part,
        content: parts[i === one ? two : i === two ? one : i].content,
      })),
    );
  },
  'names of two entries swapped': (random) => {
    const [one, two] = [random(parts.length), random(parts.length)];
    return zipBytes(
      parts.map((part, i) => ({ ...part, path: parts[i === one ? two : i === two ? one : i].path })),
    );
  },
  'an entry missing': (random) => {
    const gone = random(parts.length);
    return zipBytes(parts.filter((_, i) => i !== gone));
  },
  'an entry more': (random) => {
    const path = ['evil.html', '../up', 'contents/x.nspk', 'manifest.json', '__proto__', 'C:/x'][random(6)];
    return zipBytes([...parts, { path, content: noise(random, random(100)) }]);
  },
  'an entry that lies': (random) => {
    const liar = random(parts.length);
    const lies = [
      { size: random(2 ** 31) },
      { packedSize: random(2 ** 31) },
      { crc: random(2 ** 31) },
      { encrypted: true },
      { method: random(20) },
      { offset: random(2 ** 31) },
    ];
    return zipBytes(parts.map((part, i) => (i === liar ? { ...part, ...lies[random(lies.length)] } : part)));
  },
  'an edited manifest': (random) => edited('manifest.json', random, false),
  // Whoever writes honest hashes may say something else: then that is a sound project, or a reason.
  [HONEST]: (random) => edited('project.json', random, true),
  'a newer version': (random) =>
    withText('manifest.json', (text) =>
      text.replace(/"(version|schema)":1/, (_, name) => `"${name}":${2 + random(9)}`),
    ),
  'a wrong hash': (random) =>
    withText('manifest.json', (text) => {
      const hashes = [...text.matchAll(/[0-9a-f]{64}/g)];
      const { index } = hashes[random(hashes.length)];
      const at = index + random(64);
      return `${text.slice(0, at)}${text[at] === '0' ? '1' : '0'}${text.slice(at + 1)}`;
    }),
  'another zip': (random) =>
    zipBytes(
      Array.from({ length: random(5) }, (_, i) => ({
        path: ['a.csv', 'manifest.json', 'xl/workbook.xml', 'doc.kml', 'mimetype'][(i + random(5)) % 5],
        content: ['a,b\n1,2', '{}', '[]', '{"format":"notspot"}', 'x'][random(5)],
      })),
    ),
};

describe(`${MUTATIONS} mutated .notspot files`, () => {
  it('are each refused with a named reason, or read equal; none crashes or hangs', async () => {
    const found = new Map<RefusalCode | 'equal' | 'other', number>();
    const seeds = [...KEPT_SEEDS, ...Array.from({ length: MUTATIONS }, (_, seed) => seed)];
    for (const seed of seeds) {
      const random = seededRandom(seed);
      const kinds = Object.keys(DAMAGES);
      const kind = kinds[random(kinds.length)];
      const outcome = await outcomeOf(await DAMAGES[kind](random), kind === HONEST).catch((error) => {
        throw new Error(`Seed ${seed} (${kind}): ${error}`, { cause: error });
      });
      found.set(outcome, (found.get(outcome) ?? 0) + 1);
    }
    // Damage of every kind that has a name is among them, and some that does no harm.
    const codes: readonly (RefusalCode | 'equal')[] = [
      'equal',
      'NOT_NOTSPOT',
      'DAMAGED',
      'NEWER',
      'MISSING',
      'UNLISTED',
      'WRONG_HASH',
      'LOCKED',
      'UNSAFE_PATH',
    ];
    expect(codes.filter((code) => !found.has(code))).toEqual([]);
    expect(found.get('equal')).toBeLessThan(MUTATIONS / 4);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { format?: unknown }).format).toBeUndefined();
  });
});

async function opened(bytes: Uint8Array): Promise<ProjectFileRead> {
  return readProjectFile(memoryFile('work.notspot', bytes), quietly());
}

async function outcomeOf(bytes: Uint8Array, mayDiffer: boolean): Promise<RefusalCode | 'equal' | 'other'> {
  try {
    const read = await opened(bytes);
    const isEqual = canonicalJson(read.project) === canonicalJson(asRead.project);
    if (!isEqual && mayDiffer) {
      expect(readProject(JSON.parse(canonicalJson(read.project)))).toEqual(read.project);
      return 'other';
    }
    expect(isEqual).toBe(true);
    expect(read.contents.map(({ hash }) => hash)).toEqual(asRead.contents.map(({ hash }) => hash));
    read.contents.forEach(({ content }, i) => {
      expect(Buffer.compare(writeContent(content.table), packed[i])).toBe(0);
    });
    return 'equal';
  } catch (error) {
    if (!(error instanceof ProjectRefused)) throw error;
    expect(error.message).toMatch(/^\S.{15,}\.$/su);
    return error.code;
  }
}

function flipped(random: Random, times: number): Uint8Array {
  const bytes = Uint8Array.from(whole);
  for (let i = 0; i < times; i++) bytes[random(bytes.length)] ^= 1 << random(8);
  return bytes;
}

function noise(random: Random, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => random(256));
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}

function textOf(path: string): string {
  return new TextDecoder().decode(parts.find((part) => part.path === path)?.content as Uint8Array);
}

function withText(path: string, edit: (text: string) => string): Uint8Array {
  return zipBytes(
    parts.map((part) => (part.path === path ? { ...part, content: edit(textOf(path)) } : part)),
  );
}

/** The file with one value of its JSON replaced by something it cannot be; `honest`: the manifest agrees with it. */
async function edited(path: string, random: Random, honest: boolean): Promise<Uint8Array> {
  const text = textOf(path);
  const values = [...text.matchAll(/(?<=[:[,])(?:"(?:[^"\\]|\\.)*"|-?\d[\d.e+]*|true|false|null)/g)];
  const { index, 0: value } = values[random(values.length)];
  const strange = [
    'null',
    '-1',
    '1e308',
    '9007199254740993',
    '""',
    '[]',
    '{}',
    '{"__proto__":{"x":1}}',
    'true',
    `"${'x'.repeat(500)}"`,
    '',
  ];
  const after = text.slice(0, index) + strange[random(strange.length)] + text.slice(index + value.length);
  if (!honest) return withText(path, () => after);
  const manifest = await honestManifest(textOf('manifest.json'), { path, before: text, after });
  return zipBytes(
    parts.map((part) => {
      if (part.path === path) return { ...part, content: after };
      return part.path === 'manifest.json' ? { ...part, content: manifest } : part;
    }),
  );
}
