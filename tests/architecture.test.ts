import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, posix, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../src/cli/run-node.mjs';

/** What each room of `src` may import beside itself. `types` admits `import type` only. */
const edges: Record<string, { rooms: string[]; types?: string[] }> = {
  domain: { rooms: [] },
  formats: { rooms: ['domain'] },
  datasets: { rooms: ['domain'] },
  storage: { rooms: ['domain', 'formats'] },
  stores: { rooms: ['domain'] },
  workers: { rooms: ['domain', 'formats', 'datasets', 'storage'] },
  actions: { rooms: ['domain', 'formats', 'datasets', 'storage', 'stores', 'workers'] },
  map: { rooms: ['stores', 'actions'], types: ['domain'] },
  panels: { rooms: ['stores', 'actions', 'ui'], types: ['domain', 'workers'] },
  ui: { rooms: [] },
  // A project's studies run without a screen too: they are generators over the domain.
  cli: { rooms: ['domain', 'formats', 'datasets', 'geodata', 'workers'] },
  app: { rooms: ['domain', 'formats', 'datasets', 'stores', 'workers', 'actions', 'map', 'panels', 'ui'] },
  main: { rooms: ['app'] },
  geodata: { rooms: ['domain', 'formats', 'datasets'] },
};

/** Packages that only some rooms may import. A package that is not listed is free to every room but `domain` and `ui`. */
const packageRooms: Record<string, string[]> = {
  'maplibre-gl': ['map'],
  react: ['ui', 'panels', 'map', 'app', 'main'],
  'react-dom': ['ui', 'panels', 'app', 'main'],
  zustand: ['stores', 'panels', 'map', 'app'],
  comlink: ['workers'],
  idb: ['storage'],
};
const numericPackages = ['proj4', 'robust-predicates', 'flatbush', 'kdbush', '@turf/turf'];
// d3-scale: the axes of the charts (round numbers, dates); it is arithmetic and touches no page.
const widgetPackages = ['react', 'react-dom', '@tanstack/react-virtual', 'd3-scale'];

interface Import {
  source: string;
  typeOnly: boolean;
}

describe('the import edges', () => {
  const files = [...filesBelow('src'), ...filesBelow('geodata')].filter((path) =>
    /\.(ts|tsx|mjs)$/.test(path),
  );

  it('are read from real files', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it('are kept', () => {
    expect(files.flatMap((path) => edgeFaults(path, importsOf(read(path))))).toEqual([]);
  });

  it('are seen to be broken', () => {
    const faults = (path: string, code: string) => edgeFaults(path, importsOf(code));
    expect(faults('src/panels/x.tsx', `import { a } from '../formats/y.ts';`)).toEqual([
      'src/panels/x.tsx may not import src/formats/y.ts',
    ]);
    expect(faults('src/domain/geo/x.ts', `export {\n  a\n} from '../../formats/csv.ts';`)).toHaveLength(1);
    expect(faults('src/domain/x.ts', `import { create } from 'zustand/vanilla';`)).toHaveLength(1);
    expect(faults('src/stores/x.ts', `const y = await import('../map/y.ts');`)).toHaveLength(1);
    expect(faults('src/app/x.ts', `import 'maplibre-gl/dist/maplibre-gl.css';`)).toHaveLength(1);
    expect(faults('src/panels/x.ts', `import type { A } from '../workers/a.ts';`)).toEqual([]);
    expect(faults('src/panels/x.ts', `import { type A, type B } from '../workers/a.ts';`)).toEqual([]);
    expect(faults('src/panels/x.ts', `import { type A, b } from '../domain/a.ts';`)).toEqual([
      'src/panels/x.ts may import only types from src/domain/a.ts',
    ]);
    expect(faults('src/actions/x.ts', `import { a } from './a';`)).toEqual([
      'src/actions/x.ts imports ./a without its extension',
    ]);
  });

  it('make no circle', () => {
    const targets = new Map(files.map((path) => [path, targetsOf(path, importsOf(read(path)))]));
    expect(circlesOf(targets)).toEqual([]);
    const circle = new Map([
      ['src/a.ts', targetsOf('src/a.ts', importsOf(`import type { B } from './b/b.ts';`))],
      ['src/b/b.ts', targetsOf('src/b/b.ts', importsOf(`const c = await import('../c.ts');`))],
      ['src/c.ts', ['src/a.ts', 'src/d.ts']],
      ['src/d.ts', []],
    ]);
    expect(circlesOf(circle)).toEqual(['src/a.ts → src/b/b.ts → src/c.ts → src/a.ts']);
  });

  it('leave the launchers with Node alone', () => {
    const launchers = files.filter((path) => path.startsWith('src/cli/') && path.endsWith('.mjs'));
    const foreign = launchers.flatMap((path) =>
      importsOf(read(path))
        .filter(({ source }) => !source.startsWith('node:') && !/^\.\/[a-z-]+\.mjs$/.test(source))
        .map(({ source }) => `${path} imports ${source}`),
    );
    expect(foreign).toEqual([]);
  });
});

describe('the house', () => {
  it('keeps its domain pure', () => {
    const impure =
      /\b(?:document|window|navigator|localStorage|indexedDB)\s*[.[]|\bfetch\(|\bnew (?:Worker|XMLHttpRequest)\b/;
    const found = filesBelow('src/domain').filter((path) => impure.test(withoutComments(read(path))));
    expect(found).toEqual([]);
    expect(impure.test(withoutComments('const a = 1; // window.x\nfetch("x")'))).toBe(true);
  });

  it('has no room without a name', () => {
    const vague = /(?:^|\/)(?:utils?|helpers?|common|misc|lib)(?:\/|\.[a-z]+$)/;
    expect([...filesBelow('src'), ...filesBelow('geodata')].filter((path) => vague.test(path))).toEqual([]);
    expect(vague.test('src/domain/utils.ts') && vague.test('src/lib/x.ts')).toBe(true);
  });

  it('names no path of one machine and no package registry', () => {
    const word = (...parts: string[]) => parts.join('/');
    const forbidden = [
      word('', 'root', ''),
      word('', 'work', 'main'),
      word('', 'work', 'shared'),
      `registry.${'npmjs'}.`,
    ];
    const found = ['src', 'tests', 'geodata', 'public', '.github', '.ci', '.']
      .flatMap((folder) => filesBelow(folder, folder !== '.'))
      // A worktree's own .git is a file that says where the repository lies.
      .filter((path) => path !== '.git' && textual.has(extname(path)))
      .filter((path) => forbidden.some((text) => read(path).includes(text)));
    expect(found).toEqual([]);
  });

  it.skipIf(!existsSync(join(projectRoot, 'README.md')))('is where the README says it is', () => {
    const section =
      read('README.md')
        .split(/^## /m)
        .find((part) => part.startsWith('Where is it computed?')) ?? '';
    const paths = section
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .flatMap((line) =>
        [...line.matchAll(/`((?:src|geodata|tests|public)\/[^`]*)`/g)].map(([, path]) => path),
      );
    expect(paths.length, 'rows of the table').toBeGreaterThanOrEqual(10);
    expect(paths.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
  });
});

const textual = new Set([
  '.ts',
  '.tsx',
  '.mjs',
  '.json',
  '.md',
  '.html',
  '.css',
  '.yml',
  '.conf',
  '.config',
  '',
]);

function read(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8');
}

/** Paths below the project's root, with forward slashes. */
function filesBelow(folder: string, recursive = true): string[] {
  const full = join(projectRoot, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

function edgeFaults(path: string, imports: Import[]): string[] {
  const room = roomOf(path);
  return imports.flatMap(({ source, typeOnly }) => {
    if (!source.startsWith('.')) return packageFaults(path, room, source);
    const target = posix.join(dirname(path), source.replace(/\?.*$/, ''));
    if (extname(target) === '') return [`${path} imports ${source} without its extension`];
    const targetRoom = roomOf(target);
    if (targetRoom === room || edges[room]?.rooms.includes(targetRoom)) return [];
    if (!edges[room]?.types?.includes(targetRoom)) return [`${path} may not import ${target}`];
    return typeOnly ? [] : [`${path} may import only types from ${target}`];
  });
}

function packageFaults(path: string, room: string, source: string): string[] {
  const name = source
    .split('/')
    .slice(0, source.startsWith('@') ? 2 : 1)
    .join('/');
  const allowed =
    room === 'domain'
      ? numericPackages.includes(name)
      : room === 'ui'
        ? widgetPackages.includes(name)
        : (packageRooms[name]?.includes(room) ?? true);
  return allowed ? [] : [`${path} may not import the package ${name}`];
}

/** What a file imports of the project itself. */
function targetsOf(path: string, imports: Import[]): string[] {
  return imports
    .filter(({ source }) => source.startsWith('.'))
    .map(({ source }) => posix.join(dirname(path), source.replace(/\?.*$/, '')));
}

/** A way round for every import that leads back to a file that is on the way to it. */
function circlesOf(targets: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const follow = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path);
    if (start >= 0) circles.push([...way.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const target of targets.get(path) ?? []) follow(target, [...way, path]);
    done.add(path);
  };
  for (const path of targets.keys()) follow(path, []);
  return circles;
}

/** `src/domain/geo/x.ts` lies in `domain`, `src/main.tsx` in `main`, `geodata/x.ts` in `geodata`. */
function roomOf(path: string): string {
  const [top, second] = path.split('/');
  return top === 'src' ? second.replace(/\.tsx?$/, '') : top;
}

function importsOf(code: string): Import[] {
  const text = withoutComments(code);
  const statements = [
    ...text.matchAll(/^\s*(?:import|export)\s+((?:type\s)?[\w\s{},*$]*?)\s*from\s*['"]([^'"]+)['"]/gm),
  ];
  const bare = [...text.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm)];
  const dynamic = [...text.matchAll(/\b(?:import\(|new URL\()\s*['"]([^'"]+)['"]/g)];
  return [
    ...statements.map(([, clause, source]) => ({ source, typeOnly: isTypeOnly(clause) })),
    ...[...bare, ...dynamic].map(([, source]) => ({ source, typeOnly: false })),
  ].filter(({ source }) => /^[.@\w].*[^/]$/.test(source));
}

function isTypeOnly(clause: string): boolean {
  if (/^type\s/.test(clause)) return true;
  const names = /^\{([^}]*)\}$/
    .exec(clause.trim())?.[1]
    .split(',')
    .filter((name) => name.trim() !== '');
  return names?.every((name) => /^\s*type\s/.test(name)) ?? false;
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
