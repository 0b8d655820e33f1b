import { coverageSwatch } from './coverage-swatch.ts';

/** One answer of a drawing of areas, and how it looks on the map and in its key. */
export interface AreaStep {
  /** As the tiles have it: 'not-spot', 'between', 'not-known', or how many operators cover. */
  readonly answer: string;
  readonly pattern: 'solid' | 'hatch' | 'dots' | 'lines' | 'rings' | 'columns' | 'cross';
  /** Custom property of its colour. */
  readonly token: string;
  /** Opacity of its fill. */
  readonly strength: number;
}

/** The answers of a drawing: the not-spots (null), or a technology by how many of its operators cover, none first. */
export function areaSteps(
  operators: { readonly technology: string; readonly count: number } | null,
): readonly AreaStep[] {
  if (operators === null) return [NOT_SPOT, BETWEEN, NOT_KNOWN];
  const { token } = coverageSwatch(operators);
  const steps = Array.from({ length: operators.count }, (_, i): AreaStep => {
    const covering = i + 1;
    return {
      answer: String(covering),
      // The most is plain: the eye needs no pattern where nothing is wrong.
      pattern: covering === operators.count ? 'solid' : PATTERNS[i % PATTERNS.length],
      token,
      strength: WEAKEST + ((STRONGEST - WEAKEST) * covering) / operators.count,
    };
  });
  return [{ ...NOT_SPOT, answer: '0' }, ...steps, NOT_KNOWN];
}

const NOT_SPOT: AreaStep = { answer: 'not-spot', pattern: 'hatch', token: '--not-spot', strength: 0.28 };
const BETWEEN: AreaStep = { answer: 'between', pattern: 'lines', token: '--not-spot', strength: 0.1 };
const NOT_KNOWN: AreaStep = {
  answer: 'not-known',
  pattern: 'dots',
  token: '--class-not-known',
  strength: 0.12,
};

const WEAKEST = 0.08;
const STRONGEST = 0.5;
const PATTERNS = ['rings', 'columns', 'lines', 'cross'] as const;
