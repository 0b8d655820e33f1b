import type { Source } from '../project/figure.ts';
import type { ConsentFinding, ConsentVerdict } from './consent-hint.ts';
import type { Nation } from './nation.ts';
import { ENGLAND_2015, NORTHERN_IRELAND_2015, SCOTLAND_CIRCULAR, WALES_2002 } from './rule-sources.ts';
import type { SiteFacts } from './site-facts.ts';

/** Metres of apparatus that may stand on a building of at least `fromMetres`: by itself, and over its highest part. */
interface HeightStep {
  readonly fromMetres: number;
  readonly apparatusMetres: number;
  readonly overMetres: number;
}

interface HeightRule {
  readonly source: Source;
  /** Tallest buildings first, the last from 0 m; null: the figures were not found. */
  readonly steps: readonly HeightStep[] | null;
  readonly assumed: string | null;
}

/** Part 24 of the Order of 1995, from which England's Part 16 was made, has the same steps. */
const STEPS: readonly HeightStep[] = [
  { fromMetres: 30, apparatusMetres: 15, overMetres: 10 },
  { fromMetres: 15, apparatusMetres: 10, overMetres: 8 },
  { fromMetres: 0, apparatusMetres: 10, overMetres: 6 },
];

const RULES: Readonly<Record<Nation, HeightRule>> = {
  England: {
    source: ENGLAND_2015,
    steps: STEPS,
    assumed:
      'All the metres are assumed: the text of paragraph A.1(2) was not at hand, and later amendments may have changed it.',
  },
  Wales: {
    source: WALES_2002,
    steps: STEPS,
    assumed:
      'The 8 m and 6 m over lower buildings are assumed; the other metres are those of 2002, and later amendments may have changed them.',
  },
  Scotland: { source: SCOTLAND_CIRCULAR, steps: null, assumed: null },
  'Northern Ireland': { source: NORTHERN_IRELAND_2015, steps: null, assumed: null },
};

/** Is the apparatus higher than an operator of the code may put on a building without a planning application? */
export function mastHeight(facts: SiteFacts): ConsentFinding {
  const { nation } = facts;
  const rule = nation === null ? null : RULES[nation];
  const judged = rule?.steps ? judge(rule.steps, facts) : null;
  return {
    rule: 'mast-height',
    kind: 'planning prior approval',
    title: 'Height of the mast over the building',
    says: rule?.steps
      ? `Operators under the Electronic Communications Code need no planning application for ${stepsInWords(rule.steps)}. Anybody else, and anything higher, does.`
      : 'Operators under the Electronic Communications Code need no planning application up to a height over the building.',
    applies: judged?.applies ?? 'not known',
    why:
      judged?.why ??
      (nation === null
        ? 'The nation is not known: the site lies in no loaded ward.'
        : `The metres that ${nation} allows over a building were not found in a source: read the order.`),
    owner: 'Local planning authority',
    weeks: null,
    ruleDate: rule?.source.date ?? null,
    source: rule?.source ?? null,
    assumed: rule?.assumed ?? null,
  };
}

function judge(steps: readonly HeightStep[], facts: SiteFacts): { applies: ConsentVerdict; why: string } {
  const { buildingMetres: building, apparatusMetres: apparatus } = facts;
  const possible = building === null ? steps : [stepOf(steps, building)];
  const byItself = against(
    apparatus,
    apparatus,
    possible.map((one) => one.apparatusMetres),
  );
  // The top is at most as far over the highest part as over the roof below it.
  const over = facts.overBuildingMetres;
  const overBuilding = against(
    over,
    over ?? apparatus,
    possible.map((one) => one.overMetres),
  );
  const applies =
    byItself === 'yes' || overBuilding === 'yes'
      ? 'yes'
      : byItself === 'no' && overBuilding === 'no'
        ? 'no'
        : 'not known';
  const on =
    building === null ? 'a building of a height that is not known' : `a building of ${metres(building)}`;
  const itself = `${apparatus === null ? 'Apparatus of a height that is not known' : `${metres(apparatus)} of apparatus`} on ${on}`;
  const top =
    over === null
      ? ''
      : `, its top ${metres(Math.abs(over))} ${over < 0 ? 'below' : 'over'} the highest part`;
  return { applies, why: `${itself}${top}.` };
}

/** Whether a height known to lie from `least` to `most` (null: not bounded) exceeds a limit that is one of several. */
function against(least: number | null, most: number | null, limits: readonly number[]): ConsentVerdict {
  if (least !== null && least > Math.max(...limits)) return 'yes';
  if (most !== null && most <= Math.min(...limits)) return 'no';
  return 'not known';
}

function stepOf(steps: readonly HeightStep[], building: number): HeightStep {
  return steps.find(({ fromMetres }) => building >= fromMetres) ?? steps[steps.length - 1];
}

function stepsInWords(steps: readonly HeightStep[]): string {
  return steps
    .map(({ fromMetres, apparatusMetres, overMetres }) => {
      const where = fromMetres > 0 ? `buildings of ${fromMetres} m and more` : 'lower ones';
      return `${apparatusMetres} m of apparatus, ${overMetres} m over the highest part, on ${where}`;
    })
    .join('; ');
}

function metres(value: number): string {
  return `${Number(value.toFixed(1))} m`;
}
