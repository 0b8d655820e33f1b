import { distanceText } from '../../domain/find/nearest-rows.ts';
import type { Answer } from '../../domain/verdict/answer-counts.ts';
import type { LayerVerdict, PlaceAnswers, TechnologyVerdict, Verdict } from '../../domain/verdict/verdict.ts';
import { numberOf } from './count-text.ts';
import { type CoverageSwatch, coverageSwatch } from './coverage-swatch.ts';
import { type SourceText, sourceText } from './source-text.ts';

/** A verdict ready to print. */
export interface VerdictLines {
  readonly title: string;
  /** "UPRN 999000000001 · ZX1 1AA · home · in Abbey" */
  readonly who: readonly { readonly label: string; readonly text: string }[];
  /** "24 premises"; '' for one. */
  readonly units: string;
  readonly place: string;
  readonly source: SourceText;
  readonly technologies: readonly TechnologyLine[];
  /** Places asked for together, one by one. */
  readonly members: readonly PlaceLine[];
  /** How many of them are not listed; '' for none. */
  readonly membersLeft: string;
  readonly neighbours: readonly PlaceLine[];
}

export interface TechnologyLine extends Omit<TechnologyVerdict, 'counts'> {
  readonly swatch: CoverageSwatch;
  readonly layers: readonly LayerAnswerLine[];
}

export interface LayerAnswerLine {
  readonly id: string;
  readonly name: string;
  readonly answer: Answer;
  readonly words: string;
  readonly why: string;
  readonly definition: string;
  readonly source: SourceText;
  /** "2025-07", "date not known" */
  readonly date: string;
  readonly confidential: boolean;
}

export interface PlaceLine {
  readonly key: string;
  readonly rows: readonly number[];
  readonly title: string;
  readonly distance: string;
  readonly lon: number;
  readonly lat: number;
  readonly answers: PlaceAnswers['answers'];
}

/** Everything of a verdict that a page prints, technologies first. */
export function verdictLines(verdict: Verdict): VerdictLines {
  const { subject, technologies, layers, members, neighbours } = verdict;
  const listed = members.length;
  return {
    title: subject.title,
    who: subject.facts.filter((fact) => fact.text !== subject.title),
    units: subject.rows > 1 || subject.units > 1 ? numberOf(subject.units, subject.unit, subject.unit) : '',
    place: `${subject.lat.toFixed(5)}, ${subject.lon.toFixed(5)}`,
    source: sourceText(subject.source),
    technologies: technologies.map(({ counts: _, ...said }) => ({
      ...said,
      swatch: coverageSwatch(said),
      layers: layers.filter(({ technology }) => technology === said.technology).map(layerLine),
    })),
    members: members.map((one) => placeLine(one, '')),
    membersLeft:
      subject.rows > listed && listed > 0 ? `and ${numberOf(subject.rows - listed, 'more', 'more')}` : '',
    neighbours: neighbours.places.map((one) => placeLine(one, distanceText(one.distanceMetres))),
  };
}

/** "84 m": how far a premises is from what was asked for. */
export function awayText(distanceMetres: number): string {
  return distanceText(distanceMetres);
}

function layerLine({ layerId, source, ...layer }: LayerVerdict): LayerAnswerLine {
  const { name, answer, words, why, definition, confidential } = layer;
  const date = source.date ?? 'date not known';
  return {
    id: layerId,
    name,
    answer,
    words,
    why,
    definition,
    source: sourceText(source),
    date,
    confidential,
  };
}

function placeLine({ rows, title, answers, lon, lat }: PlaceAnswers, distance: string): PlaceLine {
  return { key: rows.join(' '), rows, title, distance, answers, lon, lat };
}
