import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A text that changes when any of the files or folders does: from each file's path, size and time of change.
 * A path that does not exist counts as such.
 * @param {string} root
 * @param {string[]} paths below the root
 * @param {string} [salt] anything else the result depends on
 */
export function fingerprint(root, paths, salt = '') {
  const hash = createHash('sha256').update(salt);
  const visit = (/** @type {string} */ path) => {
    const found = statSync(join(root, path), { throwIfNoEntry: false });
    if (!found) hash.update(`${path} absent\n`);
    else if (found.isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) visit(`${path}/${name}`);
    } else hash.update(`${path} ${found.size} ${found.mtimeMs}\n`);
  };
  for (const path of paths) visit(path);
  return hash.digest('hex');
}
