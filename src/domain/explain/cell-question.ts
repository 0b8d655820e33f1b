import type { AskedFigure, FigureQuestion } from './figure-question.ts';

/** What a number of a topic's table or chart is of, without the line it stands in. Plain data. */
export type AskedCell =
  /** Place: a cluster's id. */
  | { readonly kind: 'cluster'; readonly column: string }
  /** Place: a ward's GSS code or "total". */
  | { readonly kind: 'area'; readonly column: string }
  /** Wards by a measure (its key). Place: a ward's GSS code or "total". */
  | { readonly kind: 'compared'; readonly measure: string; readonly column: string }
  /** Two counts. Place: a ward's GSS code, "outside" or "total". */
  | { readonly kind: 'change'; readonly column: string }
  /** Two counts of premises of one use. Place: the use. */
  | { readonly kind: 'use-change'; readonly column: string }
  /** A part of a bar of operators. Place: a ward's GSS code or "total". */
  | { readonly kind: 'operators-part'; readonly technology: string; readonly part: OperatorsPart }
  /** A published share of an authority. Place: its code. */
  | { readonly kind: 'published'; readonly table: string }
  /** A dated value. Place: the series. */
  | { readonly kind: 'dated'; readonly date: string };

/** Parts that the operators of a technology divide all units into. */
export type OperatorsPart = 'none' | 'some' | 'all' | 'not-known';

/** A number of a topic that somebody asks about. */
export type CellQuestion = AskedCell & { readonly place: string };

/** Anything printed that can be asked: of the count, or of a topic's answer. */
export type Asked = AskedFigure | AskedCell;
export type AskedAt = FigureQuestion | CellQuestion;
