import { planAnswers } from '../stores/derived/plan-answers.ts';
import { answerWords, placeName } from '../stores/derived/plan-place-words.ts';
import type { AppContext } from './app-context.ts';
import { openedPlan, shownDesigns } from './find-plan.ts';
import { planPicture } from './plan-picture.ts';

/** A hub or premises of the open plan in words, as one map has it: "Hub Library", "12 High Street: Fibre". */
export function thingName(context: AppContext, id: string, side: 'left' | 'right'): string | undefined {
  const roof = planPicture(context, side)?.roofs.find((one) => one.id === id);
  if (roof) return roof.look === 'roof:barred' ? `${roof.name}, may not be used` : `Hub ${roof.name}`;
  const plan = openedPlan(context);
  const shown = plan && shownDesigns(context, plan);
  const place = shown ? planAnswers(shown.designs).places.find(({ key }) => key === id) : undefined;
  if (!place) return undefined;
  const { topic, sides } = context.view.getState().interventions;
  const kind = sides[side];
  if (topic !== 'duel' || kind === 'leave as it is') return placeName(place);
  return `${placeName(place)}: ${answerWords(place.answers[kind])}`;
}
