import type { AreaAnalysis } from '../../domain/areas/area-analysis.ts';
import type { ComparedCounts } from '../../domain/before-after/difference-figure.ts';
import { projectsOfSides } from '../../domain/before-after/project-of-side.ts';
import type { NotSpotClusters } from '../../domain/clusters/not-spot-clusters.ts';
import type { Comparison } from '../../domain/compare/comparison.ts';
import type { CellExplanation } from '../../domain/explain/cell-explanation.ts';
import type { CellQuestion } from '../../domain/explain/cell-question.ts';
import { explainArea } from '../../domain/explain/explain-area.ts';
import { explainChange } from '../../domain/explain/explain-change.ts';
import { explainCluster } from '../../domain/explain/explain-cluster.ts';
import { explainCompared } from '../../domain/explain/explain-compared.ts';
import { explainFigure } from '../../domain/explain/explain-figure.ts';
import { explainOperatorsPart } from '../../domain/explain/explain-operators-part.ts';
import { explainDated, explainPublished } from '../../domain/explain/explain-published.ts';
import { placeNumber } from '../../domain/explain/figure-question.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { count } from '../../domain/not-spots/headline.ts';
import type { PremisesUse } from '../../domain/premises/premises-use.ts';
import type { Project } from '../../domain/project/project.ts';
import { uncapitalised } from '../../domain/uncapitalised.ts';
import { areaTable } from './area-table.ts';
import { changeTable, FIRST_SORT } from './before-after-table.ts';
import { useChanges as changesByUse } from './before-after-text.ts';
import { clusterTable } from './cluster-table.ts';
import { trendViews } from './compare-trend.ts';
import { compareCell, compareMeasures, compareWardsView } from './compare-wards.ts';
import { assumedText, datesText, type ExplanationText, textOf } from './explanation-text.ts';
import { sourceText } from './source-text.ts';
import { OPERATORS_PARTS, operatorStacks } from './ward-charts.ts';

/** What the topics have answered, as far as it is of what is asked now; null where it is not. */
export interface TopicAnswers {
  readonly analysis: Analysis | null;
  readonly project: Project;
  readonly clusters: NotSpotClusters | null;
  readonly areas: AreaAnalysis | null;
  readonly comparison: Comparison | null;
  readonly compared: ComparedCounts | null;
}

/** The explanation of a topic's number, ready to print; null where there is no such number any more. */
export function cellExplanationText(question: CellQuestion, answers: TopicAnswers): ExplanationText | null {
  try {
    return textFor(question, answers);
  } catch (error) {
    // The project has since lost what the two sides are of.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function textFor(question: CellQuestion, answers: TopicAnswers): ExplanationText | null {
  switch (question.kind) {
    case 'cluster':
      return clusterText(question, answers);
    case 'area':
      return areaCellText(question, answers);
    case 'compared':
      return comparedText(question, answers);
    case 'change':
    case 'use-change':
      return changeText(question, answers);
    case 'operators-part':
      return operatorsText(question, answers);
    case 'published': {
      const table = answers.comparison?.published.find(({ id }) => id === question.table);
      const figure = table?.figures.find(({ code }) => code === question.place);
      return answers.comparison && figure
        ? printed(explainPublished(answers.comparison, question), { text: `${figure.percent} %` })
        : null;
    }
    case 'dated': {
      const { comparison } = answers;
      if (!comparison) return null;
      const series = trendViews(comparison).find(({ id }) => id === question.place);
      const point = series?.points.find(({ date }) => date === question.date);
      return point ? printed(explainDated(comparison, question), point) : null;
    }
  }
}

type Of<Kind extends CellQuestion['kind']> = Extract<CellQuestion, { kind: Kind }>;

function clusterText({ place, column }: Of<'cluster'>, { clusters, project }: TopicAnswers) {
  const cluster = clusters?.ids.indexOf(place) ?? -1;
  if (!clusters || cluster < 0) return null;
  const cell = clusterTable(clusters, { column: 'rank', descending: false }).cell(cluster, column);
  return printed(explainCluster(clusters, project, { cluster, column }), cell);
}

function areaCellText({ place, column }: Of<'area'>, { areas, analysis, project }: TopicAnswers) {
  if (!areas) return null;
  const at = place === 'total' ? areas.wardCodes.length : areas.wardCodes.indexOf(place);
  if (at < 0) return null;
  const table = areaTable(areas, analysis, { column: 'name', descending: false });
  const { text, band } = table.cell({ key: place, place: at }, column);
  const unit = column === 'share' || column === 'premises' ? '' : '\u00a0km²';
  return printed(explainArea(areas, project, { place: at, column, counted: analysis }), {
    text: `${text}${unit}`,
    band,
  });
}

function comparedText(
  { measure: key, column, place }: Of<'compared'>,
  { analysis, project, comparison }: TopicAnswers,
) {
  if (!analysis) return null;
  const { layers } = project;
  const measure = compareMeasures(analysis, layers).find((one) => one.key === key);
  const need = project.need ? (comparison?.need ?? null) : null;
  const view = compareWardsView(analysis, layers, key, need);
  const line = [...view.lines, ...view.foot].find((one) => one.key === place);
  if (!measure || !line) return null;
  const ward = analysis.wardCodes.indexOf(place);
  const input = { analysis, project, measure, need };
  return printed(explainCompared(input, { ward, column }), compareCell(line, column));
}

function changeText(
  question: Of<'change'> | Of<'use-change'>,
  { compared, project }: TopicAnswers,
): ExplanationText | null {
  if (!compared) return null;
  const { comparison } = compared;
  const { place, column } = question;
  if (question.kind === 'use-change') {
    const at = comparison.byUse?.uses.indexOf(place as PremisesUse) ?? -1;
    const use = comparison.byUse?.uses[at];
    const line = changesByUse(comparison)[at];
    if (!use || !line) return null;
    if (column === 'before' || column === 'after')
      return sideText(compared, project, { column, use, place: 'total' });
    return printed(explainChange(compared, project, { place: 'total', at, use, column }), {
      text: line.difference,
    });
  }
  const at = placeNumber(place, comparison.wardCodes);
  if (at < 0) return null;
  if (column !== 'difference' && column !== 'became' && column !== 'ceased')
    return sideText(compared, project, { column, place });
  const table = changeTable(comparison, FIRST_SORT);
  const line = [...table.lines, ...table.foot].find(({ key }) => key === place);
  return line
    ? printed(explainChange(compared, project, { place, at, column }), table.cell(line, column))
    : null;
}

/** A number of one of two counts is explained as that count's own. */
function sideText(
  compared: ComparedCounts,
  project: Project,
  { column, place, use }: { column: string; place: string; use?: string },
): ExplanationText | null {
  const name = column.endsWith('before') ? 'before' : 'after';
  const analysis = compared[name];
  const kind = column === 'units' ? 'units' : column.startsWith('share') ? 'share' : 'not-spots';
  const uses = analysis.byUse?.uses.map((one) => one.use).filter((one) => one === use);
  const of = uses && use !== undefined ? { uses } : {};
  const explanation = explainFigure(
    { kind, place, ...of },
    analysis,
    projectsOfSides(project, compared.sides)[name],
  );
  if (!explanation) return null;
  const text = textOf(explanation);
  return {
    ...text,
    title:
      column === 'units'
        ? text.title
        : `${name === 'before' ? 'Before' : 'After'}: ${uncapitalised(text.title)}`,
    rowsOf:
      column === 'units'
        ? explanation.question
        : { kind: 'compared-rows', which: [name], sides: compared.sides, place, ...of },
    checks: null,
    checkedHow:
      column === 'units'
        ? null
        : 'The walk by brute force counts the definition in force. Take this side’s definition in the panel to have it counted again.',
  };
}

function operatorsText(question: Of<'operators-part'>, { analysis, project }: TopicAnswers) {
  if (!analysis) return null;
  const place = placeNumber(question.place, analysis.wardCodes);
  if (place < 0) return null;
  const { rows } = operatorStacks(analysis, place);
  const row = rows.find(({ key }) => key === question.technology);
  if (!row) return null;
  const part = OPERATORS_PARTS.indexOf(question.part);
  const range = row.ranges[part];
  return printed(explainOperatorsPart(analysis, project, question), {
    text: count(row.values[part]),
    band: range && range.low !== range.high ? `${count(range.low)}–${count(range.high)}` : null,
  });
}

/** The value is printed as it stands in its cell, so that nobody meets two spellings of one number. */
function printed(
  explanation: CellExplanation | null,
  { text, band = null }: { readonly text: string; readonly band?: string | null },
): ExplanationText | null {
  if (!explanation) return null;
  const { title, of, definition, workings, counted, rows, sources, assumptions, notKnown } = explanation;
  const dates = sources.flatMap(({ source }) => source.date ?? []).sort();
  return {
    title,
    value: text,
    of,
    range: band === null || band === '' ? null : band.replace('–', ' to '),
    definition,
    formulas: workings,
    band: [],
    rows: counted,
    sources: sources.map(({ gave, source, joined }) => ({
      gave,
      source: sourceText(source),
      joined: joined ? `Joined by ${joined.by || 'no ids'}.` : null,
    })),
    dates: datesText({
      oldest: dates[0] ?? null,
      newest: dates.at(-1) ?? null,
      undated: sources.filter(({ source }) => source.date === null).length,
    }),
    assumptions: assumptions.map((one) => ({
      text: one.text,
      source: one.source ? sourceText(one.source).title : null,
    })),
    assumedWords: assumedText(assumptions.length, assumptions.filter(({ source }) => source === null).length),
    notKnown,
    computedIn: explanation.computedIn,
    rowsOf: rows,
    checks: explanation.checks,
    checkedHow: explanation.checkedHow,
    published: null,
  };
}
