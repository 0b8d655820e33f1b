import type { KeepState } from '../keep-store.ts';
import type { TroubleNotice } from './trouble-notice.ts';

/** What is told of a kept project that would not open; null where none was tried. */
export function refusedNews({ refused }: KeepState): TroubleNotice | null {
  if (!refused) return null;
  const { name, id, state, why } = refused;
  if (state === 'newer')
    return {
      id: `newer ${id}`,
      kind: 'problem',
      title: `“${name}” was made with a newer version of Notspot`,
      happened: 'This tab runs an older version, which must not change it, so it was not opened.',
      safe: 'The project stays as it is, and so do your others.',
      todo: 'Reload this tab to get the newer version.',
      actions: ['reload', 'see-projects'],
      closes: 'refused',
    };
  if (state === 'whole')
    return {
      id: `not opened ${id}`,
      kind: 'problem',
      title: `“${name}” was not opened`,
      happened: `${why}${/[.!?]$/.test(why) ? '' : '.'}`,
      safe: 'It is as it was, and so is what you see here.',
      todo: '',
      actions: ['save-file', 'see-projects'],
      closes: 'refused',
    };
  return {
    id: `damaged ${id}`,
    kind: 'problem',
    title: `“${name}” could not be opened: what is saved of it is damaged`,
    happened: why,
    safe: 'Your other projects are not affected. What is damaged stays until you delete it.',
    todo: 'Open another project or a file, or download the damaged data for somebody to look at.',
    actions: ['download-damaged', 'see-projects', 'open-file'],
    closes: 'refused',
  };
}
