import { premisesKey } from '../../stores/derived/find-premises-key.ts';
import { useProject, useView } from '../app-provider.tsx';
import { ChoosePremises } from './choose-premises.tsx';
import { VerdictPanel } from './verdict-panel.tsx';

/** The Premises page: what one place gets, or how to choose one. */
export function PremisesPanel() {
  const key = useProject(({ project }) => premisesKey(project));
  const choice = useView((state) => state.premises);
  if (!choice || choice.of !== key) return <ChoosePremises />;
  return <VerdictPanel choice={choice} key={choice.rows.join(' ')} />;
}
