import type { Analysis } from '../not-spots/analysis.ts';
import type { Formula, FormulaTerm } from './explanation.ts';
import type { FigureCount } from './figure-count.ts';
import { type FigureQuestion, usesAsked } from './figure-question.ts';

/** The figure's formulas with its own numbers: what is left, the share, the sum over places. Every one is exact. */
export function figureFormulas(question: FigureQuestion, count: FigureCount, analysis: Analysis): Formula[] {
  const formulas =
    question.kind === 'units' ? [rowsFormula(question, count, analysis)] : [restFormula(question, count)];
  const share = shareFormula(count);
  const first = question.kind === 'share' && share ? [share, ...formulas] : formulas;
  const last = question.kind !== 'share' && question.kind !== 'units' && share ? [share] : [];
  return [...first, ...sumOverPlaces(question, count, analysis), ...last].filter(
    (formula) => formula !== null,
  );
}

function restFormula(question: FigureQuestion, count: FigureCount): Formula {
  const isNotKnown = question.kind === 'not-known' || question.kind === 'layer-not-known';
  const { value, units, what } = count;
  const others = count.others ?? units - value.mid - value.notKnown;
  const terms: FormulaTerm[] = [plus(what, units), minus(count.othersLabel, others)];
  if (!isNotKnown) terms.push(minus('not known', value.notKnown));
  return { kind: 'sum', result: { label: count.label, value: value.mid }, terms, note: '' };
}

function shareFormula({ value, units, what, label }: FigureCount): Formula | null {
  if (units <= 0) return null;
  return {
    kind: 'ratio',
    result: { label: `share of ${what}`, value: value.mid / units },
    terms: [plus(label, value.mid), plus(what, units)],
    note: value.notKnown > 0 ? 'Out of all of them, those not known included.' : '',
  };
}

function rowsFormula(question: FigureQuestion, count: FigureCount, analysis: Analysis): Formula {
  const result = { label: count.what, value: count.units };
  const uses = usesAsked(question);
  if (uses && analysis.byUse) {
    const others = analysis.byUse.uses.filter(({ use }) => !uses.includes(use));
    const terms = others.map(({ use, units }) =>
      minus(use === 'not known' ? 'of a use not known' : use, units[count.place]),
    );
    return {
      kind: 'sum',
      result,
      terms: [plus(`all ${analysis.unit}`, analysis.units[count.place]), ...terms],
      note: '',
    };
  }
  const rows = analysis.rowsAt[count.place];
  return rows === count.units
    ? { kind: 'sum', result, terms: [plus('rows of the premises file', rows)], note: 'Each row counts once.' }
    : {
        kind: 'sum',
        result,
        terms: [plus(`sum of the column of ${analysis.unit}`, count.units)],
        note: `Over ${rows.toLocaleString('en-GB')} rows.`,
      };
}

/** A total is the sum of the wards and of what lies outside them, where no band makes it narrower. */
function sumOverPlaces(question: FigureQuestion, count: FigureCount, analysis: Analysis): Formula[] {
  const wards = analysis.wardCodes.length;
  if (question.place !== 'total' || wards === 0) return [];
  const at = (place: number): number => valueAt(question, count, place);
  let inWards = 0;
  for (let ward = 0; ward < wards; ward++) inWards += at(ward);
  const outside = at(wards);
  if (Math.abs(inWards + outside - count.value.mid) > 1e-6 * Math.max(1, count.value.mid)) return [];
  return [
    {
      kind: 'sum',
      result: { label: count.label, value: count.value.mid },
      terms: [
        plus(wards === 1 ? 'in 1 ward' : `in ${wards} wards`, inWards),
        plus('outside every ward', outside),
      ],
      note: '',
    },
  ];
}

function valueAt(question: FigureQuestion, { tally, unitsAt }: FigureCount, place: number): number {
  if (!tally) return unitsAt[place];
  switch (question.kind) {
    case 'not-known':
    case 'layer-not-known':
      return tally.notKnown[place];
    case 'no-not-spots':
    case 'not-covered':
      return unitsAt[place] - tally.notKnown[place] - tally.mid[place];
    default:
      return tally.mid[place];
  }
}

function plus(label: string, value: number): FormulaTerm {
  return { sign: 1, label, value };
}

function minus(label: string, value: number): FormulaTerm {
  return { sign: -1, label, value };
}
