import { confidentialPremises } from '../domain/not-spots/shareable.ts';
import { today } from '../domain/project/today.ts';
import { evidenceJson, evidenceText } from '../domain/verdict/evidence.ts';
import type { Verdict } from '../domain/verdict/verdict.ts';
import type { AppContext } from './app-context.ts';
import { type DownloadOutcome, download } from './download.ts';

/** Hands out what a person says against the data, with what the data says, as a file. Nothing is sent, nor told of confidential premises. */
export function downloadEvidence(
  context: AppContext,
  verdict: Verdict,
  options: { readonly words: string; readonly format: 'text' | 'json' },
): DownloadOutcome {
  const { project } = context.project.getState();
  const held = confidentialPremises(project);
  if (held) return { problem: held };
  const { words, format } = options;
  const writtenOn = today();
  const seed = { verdict, words, writtenOn, area: project.name, fictional: project.fictional };
  const value = format === 'text' ? evidenceText(seed) : evidenceJson(seed);
  const kind =
    format === 'text'
      ? { extension: 'txt', type: 'text/plain;charset=utf-8' }
      : { extension: 'json', type: 'application/json' };
  return download({ state: 'done', value }, { project, what: `evidence-${writtenOn}`, ...kind });
}
