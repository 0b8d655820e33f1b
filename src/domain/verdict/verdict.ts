import type { Source } from '../project/figure.ts';
import type { Answer, AnswerCounts } from './answer-counts.ts';

/** What one premises gets, or several that are asked for together, as data: a screen and an evidence file print it. */
export interface Verdict {
  readonly subject: VerdictSubject;
  readonly technologies: readonly TechnologyVerdict[];
  readonly layers: readonly LayerVerdict[];
  /** Whether the count takes it for a not-spot; null before anything is counted. */
  readonly inCount: InCount | null;
  /** The premises asked for, where they are several; a few where they are many. */
  readonly members: readonly PlaceAnswers[];
  readonly neighbours: Neighbours;
}

/** Who and where. */
export interface VerdictSubject {
  /** "12 High Street", "M15 4AB", "UPRN 100023336956" */
  readonly title: string;
  /** Rows that it stands for. */
  readonly rows: number;
  readonly units: number;
  /** "premises", "postcodes", "households": what is counted. */
  readonly unit: string;
  /** UPRN, postcode, use, building and all else that says who it is; the rest of the file's row after. */
  readonly facts: readonly Fact[];
  readonly cells: readonly Fact[];
  readonly lon: number;
  readonly lat: number;
  readonly wardCode: string | null;
  readonly wardName: string | null;
  /** What must be known to read the answers right: "This is a postcode, not one home …". */
  readonly cautions: readonly string[];
  readonly source: Source;
}

/** A name and what it is, as text. */
export interface Fact {
  readonly label: string;
  readonly text: string;
}

/** All layers of one technology together. */
export interface TechnologyVerdict {
  readonly technology: string;
  /** "Gigabit" */
  readonly label: string;
  readonly answer: Answer;
  /** "Yes, from 2 of 3 operators", "We do not know" */
  readonly words: string;
  /** What else there is to say in plain words; '' for nothing. */
  readonly more: string;
  /** What the technology is; '' where nobody says. */
  readonly definition: string;
  readonly counts: AnswerCounts;
}

/** One layer, or one operator's. */
export interface LayerVerdict {
  readonly layerId: string;
  readonly name: string;
  readonly technology: string;
  readonly operator: string | null;
  readonly answer: Answer;
  readonly words: string;
  /** Why it is not known, or how it is; '' where there is nothing to add. */
  readonly why: string;
  readonly definition: string;
  readonly source: Source;
  readonly confidential: boolean;
}

/** What the not-spot count makes of it. */
export interface InCount {
  readonly answer: 'yes' | 'no' | 'not-known' | 'share' | 'mixed';
  readonly words: string;
}

/** One place with an answer per technology, in the order of the verdict's technologies. */
export interface PlaceAnswers {
  readonly rows: readonly number[];
  readonly title: string;
  readonly units: number;
  readonly distanceMetres: number;
  readonly lon: number;
  readonly lat: number;
  readonly answers: readonly { readonly answer: Answer; readonly words: string }[];
}

/** What stands around it. */
export interface Neighbours {
  /** The nearest points with premises, each with all premises that stand there. */
  readonly places: readonly PlaceAnswers[];
  /** "Of the 20 nearest premises, 14 have gigabit, 4 do not; for 2 we do not know." */
  readonly sentences: readonly string[];
}
