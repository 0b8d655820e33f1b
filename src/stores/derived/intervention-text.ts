import type { Intervention } from '../../domain/plan/intervention.ts';

export { BUILT_INTERVENTIONS } from '../../domain/plan/intervention.ts';

/** An intervention as it is named on the screen. */
export interface InterventionText {
  /** "Rooftop radio": at the beginning of a line. */
  readonly name: string;
  /** "by rooftop radio": within a sentence. */
  readonly by: string;
  /** What it is, in a line. */
  readonly meaning: string;
}

/** The words of an intervention. */
export const INTERVENTION_TEXT: Readonly<Record<Intervention, InterventionText>> = {
  'rooftop radio': {
    name: 'Rooftop radio',
    by: 'by rooftop radio',
    meaning: 'Hubs on roofs that reach premises by radio; fibre to the hubs only.',
  },
  dig: { name: 'Dig', by: 'by digging', meaning: 'A trench with fibre to every premises it can be led to.' },
  hybrid: {
    name: 'Hybrid',
    by: 'by the hybrid',
    meaning: 'Fibre to roofs and to who lives along the way, radio beyond.',
  },
  'leave as it is': {
    name: 'Leave as it is',
    by: 'by leaving it as it is',
    meaning: 'Nothing is built and nobody is served.',
  },
};
