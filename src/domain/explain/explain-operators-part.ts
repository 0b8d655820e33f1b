import { capitalised } from '../capitalised.ts';
import { technologyDefinition, technologyLabel } from '../coverage/technology.ts';
import type { Analysis } from '../not-spots/analysis.ts';
import { countAt } from '../not-spots/ward-rows.ts';
import { formulaNumber as n } from '../project/formula-number.ts';
import type { Project } from '../project/project.ts';
import type { CellExplanation, Working } from './cell-explanation.ts';
import type { OperatorsPart } from './cell-question.ts';
import { figureLayers } from './figure-layers.ts';
import { placeNumber } from './figure-question.ts';
import { figureSources } from './figure-sources.ts';
import { TOPIC_COMPUTED_IN as IN } from './topic-computed-in.ts';

/**
 * One part of a technology's bar: units without any operator, with some but not all, with all, or not known. Null where
 * the count has no such technology or place.
 */
export function explainOperatorsPart(
  analysis: Analysis,
  project: Project,
  asked: { readonly technology: string; readonly part: OperatorsPart; readonly place: string },
): CellExplanation | null {
  const place = placeNumber(asked.place, analysis.wardCodes);
  const found = analysis.operators.find(({ technology }) => technology === asked.technology);
  if (place < 0 || !found) return null;
  const { unit } = analysis;
  const most = found.operators.length;
  const units = analysis.units[place];
  const one = countAt(found.atLeast[0], place);
  const all = countAt(found.atLeast[most - 1], place);
  const label = technologyLabel(asked.technology);
  const question = {
    kind: 'operators',
    technology: asked.technology,
    atLeast: most,
    place: asked.place,
  } as const;
  const sum = (value: number, words: string, working: string): Working => ({
    result: `${n(value)} ${words}`,
    working,
    note: '',
  });
  const parts: Record<OperatorsPart, { what: string; working: Working }> = {
    none: {
      what: 'of no operator',
      working: sum(
        units - one.mid - one.notKnown,
        'of no operator',
        `${n(units)} ${unit} − ${n(one.mid)} of at least one − ${n(one.notKnown)} not known`,
      ),
    },
    some: {
      what: 'of some operators, not all',
      working: sum(
        one.mid - all.mid,
        'of some, not known to be all',
        `${n(one.mid)} of at least one − ${n(all.mid)} of all ${n(most)}`,
      ),
    },
    all: {
      what: 'of all operators',
      working: sum(
        all.mid,
        `of all ${n(most)}`,
        `${n(one.mid)} of at least one − ${n(one.mid - all.mid)} of some, not known to be all`,
      ),
    },
    'not-known': {
      what: 'not known',
      working: sum(
        one.notKnown,
        'not known',
        `${n(units)} ${unit} − ${n(one.mid)} of at least one − ${n(units - one.mid - one.notKnown)} of none`,
      ),
    },
  };
  const { what, working } = parts[asked.part];
  const layers = figureLayers(question, analysis, project.layers);
  return {
    title: `${capitalised(unit)} with ${label} ${what}`,
    of: `of ${n(units)} ${unit}`,
    definition: `${label}: ${technologyDefinition(asked.technology) ?? 'as the layers define it'}. Operators: ${found.operators.join(', ')}; each counts once, however many layers it has.`,
    workings: [working],
    counted: `${n(analysis.rowsAt[place])} rows of the premises file lie here.`,
    rows: asked.part === 'all' ? question : null,
    sources: figureSources(project, layers, analysis),
    assumptions: project.assumptions,
    notKnown:
      one.notKnown > 0
        ? [`For ${n(one.notKnown)} of ${n(units)} ${unit} it is not known whether any operator covers them.`]
        : [],
    checkedHow: null,
    checks: null,
    computedIn: [IN.operators],
  };
}
