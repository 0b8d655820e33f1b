import type { PointOfFailure } from '../../domain/evaluation/evaluation.ts';
import { capitalised } from './capitalised.ts';

/** "Hub Mill House", "Trench High Street"; what lies in no street says by its name what it is: "Duct of 151 m from Cabinet 3". */
export function failureText({ kind, name }: PointOfFailure): string {
  return RUN.test(name) ? name : `${capitalised(kind)} ${name}`;
}

const RUN = /^(Trench in no street|Crossing in no street|Duct|Pole route|Lead-in) of [\d,]+ m\b/;
