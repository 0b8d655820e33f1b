import { capitalised } from '../capitalised.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import { addressOf, type PremisesWords, postcodeOf, premisesWords, titleOf } from '../find/premises-words.ts';
import { areaKindOf } from '../geo/gss-code.ts';
import type { Analysis } from '../not-spots/analysis.ts';
import { count, unitWord } from '../not-spots/headline.ts';
import { layersAside } from '../not-spots/layers-aside.ts';
import { premisesCell, unitsAt } from '../premises/premises-table.ts';
import { readUse } from '../premises/premises-use.ts';
import type { Prepared } from '../project/prepared.ts';
import { type DatasetRecord, datasetInRole, type Project } from '../project/project.ts';
import { inCount } from './in-count.ts';
import { layerVerdict, shareWords } from './layer-verdict.ts';
import { type AnswerSource, neighboursOf, placeAnswers } from './neighbours.ts';
import { technologyGroups, technologyVerdict } from './technology-verdict.ts';
import type { Fact, Verdict, VerdictSubject } from './verdict.ts';

/** What a verdict is made from. */
export interface VerdictSource {
  readonly project: Project;
  readonly prepared: Prepared;
  /** The count now on show; null before there is one. */
  readonly analysis: Analysis | null;
  whyNotKnown(layer: LayerRecord, row: number): string;
  /** What a layer's area is called; its code where nobody says. */
  areaName(layer: LayerRecord, code: string): string;
}

/** Premises listed one by one where several are asked for. */
const MOST_MEMBERS = 100;

/**
 * The verdict on one row of the premises, or on several asked for together (`title` then says what they are: a postcode,
 * a point). Null where there is no such row.
 */
export function makeVerdict(
  source: VerdictSource,
  rows: readonly number[],
  title: string | null,
): Verdict | null {
  const { project, prepared } = source;
  const { premises, answers } = prepared;
  const dataset = datasetInRole(project, 'premises');
  if (!dataset || rows.length === 0 || rows.some((row) => !(row >= 0 && row < premises.count))) return null;
  const words = premisesWords(premises, dataset);
  const layers = toldApart(
    project.layers.filter((layer) => answers.has(layer.id)),
    project.datasets,
  );
  const aside = layersAside(layers, answers, premises.count).map(({ layer }) => layer.id);
  const technologies = technologyGroups(layers, new Set(aside));
  const at = { rows, units: rows.map((row) => unitsAt(premises, row)) };
  const shares = (layer: LayerRecord, row: number): string => {
    const answer = answers.get(layer.id);
    if (answer?.kind !== 'share') return '';
    return shareWords(answer, row, (code) => source.areaName(layer, code));
  };
  const answerSource: AnswerSource = { words, technologies, answers };
  const place = { lon: premises.lon[rows[0]], lat: premises.lat[rows[0]] };
  return {
    subject: subjectOf(words, prepared, { dataset, rows, title }),
    technologies: technologies.map((of) => technologyVerdict(of, answers, at, shares)),
    layers: layers.flatMap((layer) => {
      const answer = answers.get(layer.id);
      if (!answer) return [];
      return [
        layerVerdict(layer, answer, at, {
          whyNot: (row) => source.whyNotKnown(layer, row),
          areaName: (code) => source.areaName(layer, code),
        }),
      ];
    }),
    inCount: inCount(source.analysis, rows),
    members:
      rows.length === 1
        ? []
        : rows.slice(0, MOST_MEMBERS).map((row) => placeAnswers(answerSource, [row], place)),
    neighbours: neighboursOf(answerSource, rows),
  };
}

/** Layers of one name with the name of their file behind it: "Coverage (fibre.geojson)". */
function toldApart(
  layers: readonly LayerRecord[],
  datasets: readonly DatasetRecord[],
): readonly LayerRecord[] {
  const seen = new Map<string, number>();
  for (const { name } of layers) seen.set(name, (seen.get(name) ?? 0) + 1);
  return layers.map((layer) => {
    const file = datasets.find(({ contentId }) => contentId === layer.contentId)?.fileName;
    return (seen.get(layer.name) ?? 0) > 1 && file ? { ...layer, name: `${layer.name} (${file})` } : layer;
  });
}

function subjectOf(
  words: PremisesWords,
  { premises, membership, wards }: Prepared,
  asked: { readonly dataset: DatasetRecord; readonly rows: readonly number[]; readonly title: string | null },
): VerdictSubject {
  const { dataset, rows, title } = asked;
  const [row] = rows;
  const isOne = rows.length === 1;
  const facts: Fact[] = [];
  const fact = (label: string, text: string): void => {
    if (text !== '') facts.push({ label, text });
  };
  if (isOne) {
    const id = premisesCell(premises, premises.ids, row).trim();
    if (addressOf(words, row) !== '') fact('Address', addressOf(words, row));
    if (words.hasIds)
      fact(capitalised(words.idLabel), words.idLabel === 'postcode' ? postcodeOf(words, row) : id);
    if (words.postcodeColumn !== premises.ids) fact('Postcode', postcodeOf(words, row));
    if (words.useColumn) fact('Use', wordsOfUse(premisesCell(premises, words.useColumn, row).trim()));
  }
  const ward = membership.wardOf[row];
  const units = rows.reduce((sum, one) => sum + unitsAt(premises, one), 0);
  return {
    title: isOne ? titleOf(words, row) : (title ?? titleOf(words, row)),
    rows: rows.length,
    units,
    unit: unitWord(premises.unit, units),
    facts,
    cells: isOne
      ? premises.columns.map((column) => ({ label: column.name, text: premisesCell(premises, column, row) }))
      : [],
    lon: premises.lon[row],
    lat: premises.lat[row],
    wardCode: wards.codes[ward] ?? null,
    wardName: wards.names[ward] ?? null,
    cautions: cautionsOf(words, rows, units),
    source: dataset.source,
  };
}

/** A code with what it means; words as they are. */
function wordsOfUse(cell: string): string {
  const use = readUse(cell);
  return /^[A-Z]{1,2}\d*$/.test(cell) && use !== 'other' ? `${use} (${cell})` : cell;
}

function cautionsOf(words: PremisesWords, rows: readonly number[], units: number): string[] {
  const { premises } = words;
  const [row] = rows;
  if (rows.length > 1)
    return [
      `${count(units)} ${unitWord(words.premises.unit, units)} together: one may differ from the next.`,
    ];
  if (words.postcodeColumn === premises.ids)
    return [
      'This is a postcode, not one home. It is looked up at one point in its middle; its homes may differ.',
    ];
  const kind = areaKindOf(premisesCell(premises, premises.ids, row).trim());
  if (kind !== null)
    return [
      `This is one ${kind} with ${count(units)} ${unitWord(premises.unit, units)}, looked up at one point inside it. Its homes may differ.`,
    ];
  if (units > 1) return [`One row with ${count(units)} ${unitWord(premises.unit, units)}: they may differ.`];
  const stacked = stackedAt(words, row);
  return stacked > 1
    ? [`One of ${count(stacked)} ${premises.unit} at this very point, such as the flats of one block.`]
    : [];
}

/** Rows at the very same point. */
function stackedAt({ premises }: PremisesWords, row: number): number {
  const { lon, lat } = premises;
  let stacked = 0;
  for (let other = 0; other < premises.count; other++)
    if (lon[other] === lon[row] && lat[other] === lat[row]) stacked++;
  return stacked;
}
