/**
 * Finds what would make `npm ci` fail or reach for an address on a fresh machine.
 *
 * npm leaves platform packages out of the lockfile when the registry lacked them at install time; `npm ci` then fails
 * elsewhere, so every dependency of every package, optional ones included, must have an entry of its own.
 * @param {Lockfile} lockfile content of package-lock.json, version 3
 * @param {Manifest} manifest content of package.json
 * @returns {string[]} one sentence per fault; empty when it is complete
 */
export function checkLockfile(lockfile, manifest) {
  if (lockfile.lockfileVersion !== 3) return [`lockfileVersion is ${lockfile.lockfileVersion}, expected 3`];
  const { packages } = lockfile;
  return [
    ...outOfStep(packages[''] ?? {}, manifest),
    ...Object.entries(packages).flatMap(([path, entry]) => [
      ...unresolved(packages, path, entry),
      ...unsafe(path, entry),
    ]),
  ];
}

/**
 * @typedef {{ [name: string]: string }} Versions
 * @typedef {object} Manifest
 * @property {Versions} [dependencies]
 * @property {Versions} [devDependencies]
 * @property {Versions} [optionalDependencies]
 * @property {Versions} [peerDependencies]
 * @typedef {Manifest & { version?: string, resolved?: string, integrity?: string, link?: boolean, optional?: boolean, inBundle?: boolean,
 *   peerDependenciesMeta?: { [name: string]: { optional?: boolean } } }} LockEntry
 * @typedef {{ lockfileVersion?: number, packages: { [path: string]: LockEntry } }} Lockfile
 */

/**
 * @param {Manifest} locked
 * @param {Manifest} manifest
 */
function outOfStep(locked, manifest) {
  /** @type {string[]} */
  const faults = [];
  for (const kind of /** @type {const} */ (['dependencies', 'devDependencies', 'optionalDependencies'])) {
    const asked = manifest[kind] ?? {};
    const held = locked[kind] ?? {};
    for (const name of new Set([...Object.keys(asked), ...Object.keys(held)])) {
      if (asked[name] !== held[name]) {
        faults.push(
          `${kind}: package.json asks for ${name} ${asked[name] ?? '(nothing)'}, the lockfile holds ${held[name] ?? '(nothing)'}`,
        );
      }
    }
  }
  return faults;
}

/**
 * @param {Lockfile['packages']} packages
 * @param {string} path
 * @param {LockEntry} entry
 */
function unresolved(packages, path, entry) {
  const needed = {
    ...entry.dependencies,
    ...entry.optionalDependencies,
    ...(path === '' ? entry.devDependencies : {}),
    ...Object.fromEntries(
      Object.entries(entry.peerDependencies ?? {}).filter(
        ([name]) => !entry.peerDependenciesMeta?.[name]?.optional,
      ),
    ),
  };
  return Object.keys(needed)
    .filter((name) => !resolves(packages, path, name))
    .map((name) => `${path || 'the project'} needs ${name}, which has no entry`);
}

/**
 * Node's own look-up: the package's folder, then every folder above it.
 * @param {Lockfile['packages']} packages
 * @param {string} path
 * @param {string} name
 */
function resolves(packages, path, name) {
  let folder = path;
  for (;;) {
    if (packages[`${folder}${folder && '/'}node_modules/${name}`]) return true;
    if (folder === '') return false;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1));
  }
}

/**
 * @param {string} path
 * @param {LockEntry} entry
 */
function unsafe(path, entry) {
  if (path === '' || entry.link || entry.inBundle) return [];
  const faults = [];
  if (entry.resolved) faults.push(`${path} names a download address`);
  if (!entry.integrity) faults.push(`${path} has no integrity`);
  return faults;
}
