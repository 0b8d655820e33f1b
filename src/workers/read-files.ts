/** What reading files needs, fetched with the first file: a first visit to the demo borough reads none. */
export { readFile } from '../formats/read-file.ts';
export { suggestRoles } from '../formats/suggest-roles.ts';
