import type { LinkAnswer } from '../domain/radio/one-link.ts';
import type { LinkTold } from '../formats/link-csv.ts';
import { linkPlaces } from '../stores/derived/link-profile.ts';
import { linkText } from '../stores/derived/link-text.ts';
import type { AppContext } from './app-context.ts';
import { type DownloadOutcome, download } from './download.ts';

/** Downloads every place of a link's profile. */
export async function exportLinkProfile(context: AppContext, answer: LinkAnswer): Promise<DownloadOutcome> {
  const { linkProfileCsv } = await import('../formats/link-csv.ts');
  return save(context, 'link-profile', linkProfileCsv(linkPlaces(answer, Infinity), told(context, answer)));
}

/** Downloads a link's budget line by line, both ways where they differ. */
export async function exportLinkBudget(context: AppContext, answer: LinkAnswer): Promise<DownloadOutcome> {
  const { linkBudgetCsv } = await import('../formats/link-csv.ts');
  const { budget, budgetBack } = answer;
  if (!budget) return { problem: 'This link has no budget: nothing is reckoned for it.' };
  const back = budgetBack ? [{ direction: 'premises to hub', budget: budgetBack }] : [];
  const direction = budgetBack ? 'hub to premises' : 'both ways';
  return save(context, 'link-budget', linkBudgetCsv([{ direction, budget }, ...back], told(context, answer)));
}

function save(context: AppContext, what: string, csv: string): DownloadOutcome {
  const { project } = context.project.getState();
  return download(
    { state: 'done', value: csv },
    { project, what, extension: 'csv', type: 'text/csv;charset=utf-8' },
  );
}

function told(context: AppContext, answer: LinkAnswer): LinkTold {
  const { project } = context.project.getState();
  const device = project.devices.find(({ id }) => id === project.radio?.deviceId);
  return {
    from: answer.from.name,
    to: answer.to.name,
    radio: device?.name ?? '',
    frequencyGigahertz: answer.frequencyGigahertz,
    earthFactor: answer.earthFactor,
    heights: linkText(answer).heights.join('; '),
    remark: project.fictional ? 'fictional' : '',
  };
}
