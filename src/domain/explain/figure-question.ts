import type { PremisesUse } from '../premises/premises-use.ts';

/** What a printed figure is of, without its place; `uses`: only premises used so, absent: all. Plain data: it travels to the worker and back. */
export type AskedFigure =
  | {
      readonly kind: 'units' | 'not-spots' | 'no-not-spots' | 'share' | 'not-known';
      readonly uses?: readonly PremisesUse[];
    }
  | { readonly kind: 'covered' | 'not-covered' | 'layer-not-known'; readonly layerId: string }
  /** Units that at least so many operators of a technology cover. */
  | { readonly kind: 'operators'; readonly technology: string; readonly atLeast: number };

/** A figure that somebody asks about. */
export type FigureQuestion = AskedFigure & {
  /** A ward's GSS code, "outside" or "total". */
  readonly place: string;
};

/** Where the place stands in an analysis' arrays; −1 where the loaded wards have none such. */
export function placeNumber(place: string, wardCodes: readonly string[]): number {
  if (place === 'total') return wardCodes.length + 1;
  return place === 'outside' ? wardCodes.length : wardCodes.indexOf(place);
}

/** The uses that a question is limited to; null where it is of all premises. */
export function usesAsked(question: FigureQuestion): readonly PremisesUse[] | null {
  return 'uses' in question && question.uses ? question.uses : null;
}
