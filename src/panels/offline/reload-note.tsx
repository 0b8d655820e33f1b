import { useStore } from 'zustand';
import { reloadWords } from '../../stores/derived/reload-words.ts';
import { useApp } from '../app-provider.tsx';

/** What becomes of the work when the page is loaded anew, as it stands now. */
export function ReloadNote() {
  const { keep, project } = useApp();
  const state = useStore(keep);
  const work = useStore(project);
  return <>{reloadWords(state, work)}</>;
}
