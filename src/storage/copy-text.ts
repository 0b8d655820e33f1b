import type { Work } from '../domain/project/work.ts';
import { canonicalJson } from '../formats/canonical-json.ts';
import type { ProjectRecord } from './kept-records.ts';
import { makeWay } from './make-way.ts';

/** The text of a second copy, as `canonicalJson` of { record, work } would have it; made in pieces, as a work may be long. */
export async function copyText(record: ProjectRecord, { project, done, undone }: Work): Promise<string> {
  const way = makeWay();
  const listOf = async (steps: Work['done']): Promise<string> => {
    const texts: string[] = [];
    for (const step of steps) {
      texts.push(canonicalJson(step));
      await way();
    }
    return `[${texts.join(',')}]`;
  };
  const doneText = await listOf(done);
  const projectText = canonicalJson(project);
  await way();
  const work = `{"done":${doneText},"project":${projectText},"undone":${await listOf(undone)}}`;
  return `{"record":${canonicalJson(record)},"work":${work}}`;
}
