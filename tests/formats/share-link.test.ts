import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/formats/canonical-json.ts';
import { inputsHash, projectHash } from '../../src/formats/project-hash.ts';
import { ProjectRefused, type RefusalCode } from '../../src/formats/project-refused.ts';
import { PROJECT_SCHEMA } from '../../src/formats/project-schema.ts';
import { sha256 } from '../../src/formats/sha-256.ts';
import { readShareLink, writeShareLink } from '../../src/formats/share-link.ts';
import { SHARE_MARK } from '../../src/formats/share-mark.ts';
import { sharePayload } from '../../src/formats/share-payload.ts';
import { FULL_PROJECT } from '../builders/full-project.ts';
import { contentsOf } from '../builders/project-content.ts';
import { refusalFrom } from '../builders/refusal.ts';
import { seededRandom } from '../builders/seeded-random.ts';

/** Seeds that ever failed; each runs first. */
const KEPT_SEEDS: readonly number[] = [];
const MUTATIONS = 1000;

const kept = await contentsOf(FULL_PROJECT);
const address =
  '#/not-spots?view=areas&recipe=no+gigabit-acme&layers=gigabit,gigabit-acme&at=11.20/53.48000/-2.24000';
const input = { project: FULL_PROJECT, hashOf: kept.hashOf, address, appVersion: '0.1.0' };
const { payload, leftOut } = await sharePayload(input);
const link = await writeShareLink(payload);
const code = link.slice(SHARE_MARK.length);

describe('sharePayload', () => {
  it('holds no row, nothing confidential and no name of it, and says what stays behind', () => {
    const text = JSON.stringify(payload);
    expect(text.toLowerCase()).not.toMatch(/acme|gigabit 2023|row 3/);
    expect(payload.rows).toEqual([]);
    expect(payload.project.plans.map(({ name }) => name)).toEqual(['Shape', 'Ward']);
    expect(payload.inputs.map(({ fileName, rows }) => [fileName, rows])).toEqual([
      ['premises.csv', 10],
      ['postcodes.csv', 4],
    ]);
    expect(leftOut.map(({ kind, name }) => `${kind} ${name}`)).toEqual(
      expect.arrayContaining([
        'file gigabit 2023.geojson',
        'layer Gigabit (Acme)',
        'recipe mine',
        'plan List',
      ]),
    );
  });

  it('carries the hashes of the whole work, as exports print them', async () => {
    expect(payload.projectHash).toBe(await projectHash(FULL_PROJECT, kept.hashOf));
    expect(payload.inputsHash).toBe(await inputsHash([...kept.bytes.keys()]));
  });

  it('holds the rows of what is not confidential when they are ticked', async () => {
    const ticked = await sharePayload({ ...input, contents: kept.contents });
    expect(ticked.payload.rows.map(({ hash }) => hash)).toEqual([
      kept.hashOf('file-1'),
      kept.hashOf('file-3'),
    ]);
    expect(ticked.payload.project.plans.map(({ name }) => name)).toContain('List');
    const contents = async (hash: string) => (await kept.contents(hash)).slice(1);
    expect((await refusalFrom(sharePayload({ ...input, contents }))).code).toBe('WRONG_HASH');
  });
});

describe('writeShareLink and readShareLink', () => {
  it('give back what was shared, with and without the mark, with and without rows', async () => {
    expect(await readShareLink(link)).toEqual(payload);
    expect(await readShareLink(code)).toEqual(payload);
    expect(code).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(code.length).toBeLessThan(6000);
    const ticked = (await sharePayload({ ...input, contents: kept.contents })).payload;
    expect(await readShareLink(await writeShareLink(ticked))).toEqual(ticked);
  });

  it('refuse to write what is confidential or too long', async () => {
    await expect(writeShareLink({ ...payload, project: FULL_PROJECT })).rejects.toThrow(
      'marked confidential',
    );
    const random = seededRandom(7);
    const noise = String.fromCharCode(...Array.from({ length: 90_000 }, () => 0x4e00 + random(20_000)));
    const long = await refusalFrom(
      writeShareLink({ ...payload, project: { ...payload.project, name: noise } }),
    );
    expect(long).toMatchObject({
      code: 'TOO_LARGE',
      message: expect.stringContaining('100,000 is the limit'),
    });
    const huge = {
      ...payload.project,
      name: 'x'.repeat(3_000_000),
      assumptions: [{ text: 'y'.repeat(3_000_000), source: null }],
    };
    expect((await refusalFrom(writeShareLink({ ...payload, project: huge }))).code).toBe('TOO_LARGE');
  });
});

describe('readShareLink', () => {
  it('notices one character changed at every position', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (let at = 0; at < code.length; at++) {
      const other = alphabet[(alphabet.indexOf(code[at]) + 1 + (at % 63)) % 64];
      const changed = code.slice(0, at) + other + code.slice(at + 1);
      expect((await refusalFrom(readShareLink(changed))).code, `position ${at}`).toBe('DAMAGED');
    }
  });

  it('notices every cut', async () => {
    for (let length = 1; length < code.length; length++)
      expect((await refusalFrom(readShareLink(code.slice(0, length)))).code).toBe('DAMAGED');
  });

  it.each<readonly [string, () => string | Promise<string>, RefusalCode]>([
    ['nothing', () => SHARE_MARK, 'NOT_NOTSPOT'],
    ['a megabyte', () => SHARE_MARK + 'A'.repeat(1_000_000), 'TOO_LARGE'],
    ['a bomb', () => forged(new Uint8Array(60_000_000)), 'TOO_LARGE'],
    ['a newer link', () => forged(bodyOf({}), 2), 'NEWER'],
    ['a newer project', () => forged(bodyOf({ schema: PROJECT_SCHEMA + 1 })), 'NEWER'],
    ['version 0', () => forged(bodyOf({}), 0), 'DAMAGED'],
    ['no JSON', () => forged(withLength('{"a"')), 'DAMAGED'],
    ['a length beyond the end', () => forged(Uint8Array.of(255, 255, 255, 255, 1)), 'DAMAGED'],
    ['too little', () => forged(Uint8Array.of(1)), 'DAMAGED'],
    ['bytes behind the end', () => forged(Buffer.concat([bodyOf({}), Buffer.of(1)])), 'DAMAGED'],
    ['what does not unpack', () => packed(Uint8Array.of(255, 255, 255)), 'DAMAGED'],
    ['a prototype', () => forged(withLength(jsonOf({}).replace('{', '{"__proto__":{"x":1},'))), 'DAMAGED'],
    [
      'a prototype within',
      () => forged(withLength(jsonOf({}).replace('"roles":{', '"roles":{"__proto__":{},'))),
      'DAMAGED',
    ],
    [
      'an extreme number',
      () => forged(withLength(jsonOf({}).replace('"rows":10', '"rows":1e308'))),
      'DAMAGED',
    ],
    [
      'a number below 0',
      () => forged(withLength(jsonOf({}).replace('"rowsRead":10', '"rowsRead":-1'))),
      'DAMAGED',
    ],
    ['no number for a version', () => forged(bodyOf({ schema: 'x' })), 'DAMAGED'],
    ['an unknown member', () => forged(bodyOf({ extra: 1 })), 'DAMAGED'],
    ['a project without its inputs', () => forged(bodyOf({ inputs: [] })), 'DAMAGED'],
    [
      'rows that are not there',
      () => forged(bodyOf({ rows: [{ hash: payload.inputs[0].hash, bytes: 9 }] })),
      'DAMAGED',
    ],
    [
      'rows of another hash',
      () =>
        forged(
          Buffer.concat([bodyOf({ rows: [{ hash: payload.inputs[0].hash, bytes: 3 }] }), Buffer.of(1, 2, 3)]),
        ),
      'DAMAGED',
    ],
    ['percent signs', () => `${SHARE_MARK}%00%ff`, 'DAMAGED'],
  ])('refuses %s', async (_, made, expected) => {
    const refusal = await refusalFrom(readShareLink(await made()));
    expect(refusal.code).toBe(expected);
    if (expected === 'DAMAGED') expect(refusal.message).toMatch(/^This link is damaged/);
  });

  it(`refuses each of ${MUTATIONS} mutated links with a named reason`, async () => {
    const tally = new Map<string, number>();
    const seeds = [...KEPT_SEEDS, ...Array.from({ length: MUTATIONS }, (_, seed) => seed)];
    for (const seed of seeds) {
      const outcome = await outcomeOf(await mutated(seededRandom(seed))).catch((error) => {
        throw new Error(`Seed ${seed}: ${error}`, { cause: error });
      });
      expect(outcome).toMatch(/^(?:sound|equal|NOT_NOTSPOT|DAMAGED|NEWER|TOO_LARGE)$/);
      tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
    }
    const taken = (tally.get('sound') ?? 0) + (tally.get('equal') ?? 0);
    expect(tally.get('DAMAGED')).toBeGreaterThan(seeds.length / 2);
    expect(taken).toBeLessThan(seeds.length / 10);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

/** A named refusal, or 'sound': an honest link that says something else. */
async function outcomeOf(made: { readonly text: string; readonly honest: boolean }): Promise<string> {
  try {
    const read = await readShareLink(made.text);
    if (made.honest) return 'sound';
    expect(read).toEqual(payload);
    expect(made.text).toBe(code);
    return 'equal';
  } catch (error) {
    if (!(error instanceof ProjectRefused)) throw error;
    return error.code;
  }
}

async function mutated(random: (below: number) => number): Promise<{ text: string; honest: boolean }> {
  const at = random(code.length);
  const anything = String.fromCharCode(random(3) === 0 ? random(65_536) : 33 + random(94));
  const kinds: readonly (() => string)[] = [
    () => code.slice(0, at) + anything + code.slice(at + 1),
    () => code.slice(0, at) + anything + code.slice(at),
    () => code.slice(0, at) + code.slice(at + 1 + random(20)),
    () => code.slice(at) + code.slice(0, at),
    () => code + code,
    () => code.toLowerCase(),
    () => Array.from({ length: random(3000) }, () => code[random(code.length)]).join(''),
    () => `${code}${'='.repeat(1 + random(3))}`,
    () => ` ${code}`,
  ];
  const kind = random(kinds.length + 6);
  if (kind < kinds.length) return { text: kinds[kind](), honest: false };
  const json = jsonOf({});
  const values = [...json.matchAll(/(?<=[:[,])(?:"(?:[^"\\]|\\.)*"|-?\d[\d.e+]*|true|false|null)/g)];
  const { index, 0: value } = values[random(values.length)];
  const strange = ['null', '-1', '1e308', '""', '[]', '{}', '{"__proto__":{"x":1}}', 'true', ''];
  const edited = json.slice(0, index) + strange[random(strange.length)] + json.slice(index + value.length);
  return { text: await forged(withLength(edited)), honest: true };
}

function jsonOf(change: Record<string, unknown>): string {
  return canonicalJson({ ...payload, schema: PROJECT_SCHEMA, ...change });
}

function bodyOf(change: Record<string, unknown>): Buffer {
  return withLength(jsonOf(change));
}

function withLength(json: string): Buffer {
  const bytes = Buffer.from(json);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** A link whose checksum is right, whatever it holds. */
async function forged(body: Uint8Array, version = 1): Promise<string> {
  return packed(deflateRawSync(body), version);
}

async function packed(body: Uint8Array, version = 1): Promise<string> {
  const versioned = Buffer.concat([Buffer.of(version), body]);
  const sum = Buffer.from((await sha256(versioned)).slice(0, 16), 'hex');
  return Buffer.concat([Buffer.of(version), sum, body]).toString('base64url');
}
