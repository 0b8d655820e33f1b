/** A file that a plan can be handed over as. */
export interface PlanFileLine {
  readonly form: 'page' | 'geojson' | 'bill' | 'comparison' | 'premises' | 'hubs' | 'links' | 'kml';
  readonly label: string;
  /** What is in it, and what it lacks. */
  readonly says: string;
  /** Why it cannot be had, in words; null: it can. */
  readonly held: string | null;
}
