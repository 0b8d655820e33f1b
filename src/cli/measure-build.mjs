import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Compressed kilobytes of script before the map, and with the map and all workers. */
export const sizeBudgetKilobytes = { beforeMap: 120, withMap: 650 };

/**
 * @typedef {{ file: string, isEntry?: boolean, imports?: string[], dynamicImports?: string[] }} ManifestChunk
 * @typedef {{ [key: string]: ManifestChunk }} BuildManifest
 */

/**
 * Weighs the scripts a first visit loads, in gzipped kilobytes (1,000 bytes).
 * `beforeMap`: the script of index.html and everything it imports statically. `withMap`: that, the lazily loaded
 * chunks that lead to MapLibre, and every worker's script.
 * @param {string} directory the built app
 * @returns {{ beforeMap: number, withMap: number }}
 * @throws {Error} when index.html loads no script of the build
 */
export function measureBuild(directory) {
  /** @type {BuildManifest} */
  const manifest = JSON.parse(readFileSync(join(directory, '.vite', 'manifest.json'), 'utf8'));
  const initial = scriptsOfPage(directory, manifest);
  const mapChunks = Object.keys(manifest).filter((key) => /maplibre/.test(`${key} ${manifest[key].file}`));
  const leadingToMap = Object.keys(manifest).filter((key) =>
    [...reachable(manifest, [key])].some(
      (inner) => mapChunks.includes(inner) && manifest[inner].file.endsWith('.js'),
    ),
  );
  const lazy = lazyChunks(manifest, initial).filter((key) => leadingToMap.includes(key));
  const workers = readdirSync(join(directory, 'assets')).filter((name) => /worker.*\.m?js$/.test(name));
  const files = new Set([...reachable(manifest, [...initial, ...lazy])].map((key) => manifest[key].file));
  const weigh = (/** @type {Iterable<string>} */ names) =>
    [...names].reduce((sum, name) => sum + gzipSync(readFileSync(join(directory, name))).length / 1000, 0);
  return {
    beforeMap: weigh([...initial].map((key) => manifest[key].file)),
    withMap: weigh(new Set([...files, ...workers.map((name) => `assets/${name}`)])),
  };
}

/**
 * Foreign addresses in the built text files that no list below allows. Scripts carry some that are never requested:
 * XML namespaces, and links to explanations in error messages and licences.
 * @param {string} directory the built app
 * @returns {string[]} `file: address`, one per finding
 */
export function foreignAddresses(directory) {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => textual.has(extname(name)))
    .flatMap((name) => {
      const found =
        readFileSync(join(directory, name), 'utf8').match(/\b(?:https?|wss?):\/\/[a-z0-9][^\s"'`<>)\\]*/gi) ??
        [];
      const foreign = found.filter((address) => !allowedAddresses.some((start) => address.startsWith(start)));
      return [...new Set(foreign)].map((address) => `${name}: ${address}`);
    });
}

const textual = new Set(['.html', '.js', '.mjs', '.css', '.json', '.webmanifest', '.svg']);

/** Starts of addresses that may stand in the built app; each is a name or a link a person may follow. */
const allowedAddresses = [
  'http://www.w3.org/',
  'https://react.dev/',
  'https://github.com/mholt/PapaParse',
  'https://maplibre.org/',
  'https://maplibre.invalid/',
  'https://github.com/maplibre/maplibre-gl-js/blob/',
  'https://github.com/mapbox/mapbox-gl-js/issues/',
  'https://wiki.openstreetmap.org/wiki/This_map_requires_WebGL',
  'https://www.nationalarchives.gov.uk/doc/open-government-licence/',
  'https://www.openstreetmap.org/copyright',
  'https://opensource.org/license/',
  'https://sqlite.org/wasm/doc/',
  'https://bit.ly/wb-precache',
  'http://www.opengis.net/',
  'https://github.com/protomaps/PMTiles/',
  // Where publishers of known layouts offer their files: links for a person to follow.
  'https://osdatahub.os.uk/',
  'https://geoportal.statistics.gov.uk',
  'https://www.ons.gov.uk/',
  'https://www.ofcom.org.uk/',
  'https://www.gov.uk/',
  // Where rules of consent, recommendations and figures of radios are from: links for a person to follow.
  'https://www.legislation.gov.uk/',
  'https://www.gov.scot/publications/',
  'https://lewes-eastbourne.gov.uk/telecommunications-development',
  'http://www.cms-lawnow.com/ealerts/2018/02/when-is-a-mast-a-mast',
  'https://www.buildingconservation.com/books/',
  'https://meartechnology.co.uk/2023/09/08/',
  'https://www.itu.int/rec/',
  'https://efis.dk/',
  'https://github.com/terragraph/terragraph-planner',
  // The schema that a network in the Open Fibre Data Standard says it keeps to: written into files, never fetched.
  'https://raw.githubusercontent.com/Open-Telecoms-Data/open-fibre-data-standard/',
  // In messages of the reader of GeoTIFF.
  'https://github.com/geotiffjs/geotiff.js/issues',
];

/**
 * @param {string} directory
 * @param {BuildManifest} manifest
 */
function scriptsOfPage(directory, manifest) {
  const page = readFileSync(join(directory, 'index.html'), 'utf8');
  const entries = Object.keys(manifest).filter(
    (key) => manifest[key].isEntry && manifest[key].file.endsWith('.js') && page.includes(manifest[key].file),
  );
  if (entries.length === 0) throw new Error('index.html loads no script of the build');
  return reachable(manifest, entries);
}

/**
 * @param {BuildManifest} manifest
 * @param {Iterable<string>} from
 */
function reachable(manifest, from) {
  const seen = new Set(from);
  for (const key of seen) for (const next of manifest[key].imports ?? []) seen.add(next);
  return seen;
}

/**
 * Every chunk that some import() can bring in from the initial ones, directly or through others.
 * @param {BuildManifest} manifest
 * @param {Set<string>} initial
 */
function lazyChunks(manifest, initial) {
  const seen = new Set(initial);
  for (const key of seen) {
    for (const next of [...(manifest[key].imports ?? []), ...(manifest[key].dynamicImports ?? [])])
      seen.add(next);
  }
  return [...seen].filter((key) => !initial.has(key));
}
