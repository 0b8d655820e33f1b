import type { LayerAnswers } from '../coverage/layer-answers.ts';
import { technologyLabel } from '../coverage/technology.ts';
import { COVERED, groupCode, NOT_COVERED, NOT_KNOWN } from '../not-spots/group-code.ts';
import type { LayerGroup, ResolvedNames } from '../not-spots/resolve-recipe.ts';
import { type PremisesTable, unitsAt } from '../premises/premises-table.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { ClusterGroups } from './cluster-groups.ts';
import type { MissingTechnology } from './not-spot-clusters.ts';

/** For each name of the recipe, how the premises of each cluster are served: by any operator, perhaps, by none, not known. */
export function* missingTechnologies(
  names: ResolvedNames,
  groups: Pick<ClusterGroups, 'count' | 'rowStarts' | 'rows'>,
  { answers, premises }: Omit<Counted, 'groups'>,
): Generator<WorkStep, MissingTechnology[]> {
  const found: MissingTechnology[] = [];
  for (const [name, operators] of names) {
    const empty = (): Float64Array => new Float64Array(groups.count);
    const technology: MissingTechnology = {
      name,
      label: technologyLabel(operators[0]?.layers[0]?.technology ?? name),
      covered: empty(),
      perhaps: empty(),
      lacking: empty(),
      notKnown: empty(),
      operators: operators
        .filter((group) => group.layers[0].operator !== null)
        .map((group) => ({ label: group.label, covered: empty() })),
    };
    yield* countInto(technology, operators, { answers, premises, groups });
    found.push(technology);
  }
  return found;
}

interface Counted {
  readonly answers: ReadonlyMap<string, LayerAnswers>;
  readonly premises: PremisesTable;
  readonly groups: Pick<ClusterGroups, 'count' | 'rowStarts' | 'rows'>;
}

function* countInto(
  technology: MissingTechnology,
  operators: readonly LayerGroup[],
  { answers, premises, groups: { count, rowStarts, rows } }: Counted,
): Generator<WorkStep, void> {
  const named = operators.filter((group) => group.layers[0].operator !== null);
  let looked = 0;
  for (let c = 0; c < count; c++) {
    for (let i = rowStarts[c]; i < rowStarts[c + 1]; i++) {
      if (looked++ % ROWS_A_STEP === 0) yield { what: 'Telling what is missing', fraction: i / rows.length };
      const units = unitsAt(premises, rows[i]);
      let [covered, perhaps, notKnown] = [false, false, false];
      for (const group of operators) {
        const code = groupCode(group, answers, rows[i]);
        if (code === COVERED) {
          covered = true;
          const at = named.indexOf(group);
          if (at >= 0) technology.operators[at].covered[c] += units;
        } else if (code === NOT_KNOWN) notKnown = true;
        else if (code !== NOT_COVERED) perhaps = true;
      }
      const { [covered ? 'covered' : notKnown ? 'notKnown' : perhaps ? 'perhaps' : 'lacking']: column } =
        technology;
      column[c] += units;
    }
  }
}

const ROWS_A_STEP = 8_192;
