import type { PointOfFailure } from '../../domain/evaluation/evaluation.ts';

/** "Hub Mill House", "Trench High Street"; what lies in no street says by its name what it is: "Duct of 151 m from Cabinet 3". */
export function failureText({ kind, name }: PointOfFailure): string {
  return RUN.test(name) ? name : `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`;
}

const RUN = /^(Trench in no street|Crossing in no street|Duct|Pole route|Lead-in) of [\d,]+ m\b/;
