/** Ways of fixing the same not-spots, in the order shown. Hybrid: fibre to a roof and to who lives along the way, radio beyond. */
export const INTERVENTIONS = ['rooftop radio', 'dig', 'hybrid', 'leave as it is'] as const;

export type Intervention = (typeof INTERVENTIONS)[number];

/** Those that build something. */
export type BuiltIntervention = Exclude<Intervention, 'leave as it is'>;

/** In the order shown. */
export const BUILT_INTERVENTIONS = [
  'rooftop radio',
  'dig',
  'hybrid',
] as const satisfies readonly BuiltIntervention[];
