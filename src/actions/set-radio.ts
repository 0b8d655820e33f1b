import type { RadioChoices } from '../domain/radio/radio-choices.ts';
import type { AppContext } from './app-context.ts';
import { changeReckoning } from './change-reckoning.ts';

/** Changes what links are reckoned with besides the radio. One step of undo; nothing where nothing differs. */
export function setRadio(context: AppContext, radio: RadioChoices): void {
  const { project } = context.project.getState();
  if (!project.radio || JSON.stringify(project.radio) === JSON.stringify(radio)) return;
  changeReckoning(context, 'What links are reckoned with', [{ kind: 'set-radio', radio }]);
}
