import type { DigGround } from '../../domain/dig/dig-ground.ts';
import type { DigQuestion } from '../../domain/dig/dig-question.ts';
import type { FibrePoint } from '../../domain/streets/fibre-point.ts';
import { rememberLast } from './remember-last.ts';

/** A fibre point as a design takes it. */
export interface DigRoot {
  readonly point: FibrePoint;
  /** From the middle of the premises, as the crow flies; null: not known. */
  readonly metres: number | null;
  /** Whether fibre may come from it. */
  readonly isChosen: boolean;
  /** 'file': as its file has it; 'moved': a person put it elsewhere; 'own': a person placed it. */
  readonly from: 'file' | 'moved' | 'own';
}

/** Points that a person placed, then those of the files, the nearest first. Without a question none is chosen. */
export const digRoots = rememberLast(
  (
    question: Pick<DigQuestion, 'rootIds' | 'ownRoots'> | null,
    points: DigGround['fibrePoints'],
  ): readonly DigRoot[] => {
    const chosen = new Set(question?.rootIds);
    const own = new Map((question?.ownRoots ?? []).map((root) => [root.id, root]));
    const inFiles = new Set(points.map(({ point }) => point.id));
    const placed = [...own.values()].filter(({ id }) => !inFiles.has(id));
    return [
      ...placed.map((point): DigRoot => ({ point, metres: null, isChosen: true, from: 'own' })),
      ...points.map(({ point, metres }): DigRoot => {
        const moved = own.get(point.id);
        return {
          point: moved ?? point,
          metres: moved ? null : metres,
          isChosen: chosen.has(point.id) || moved !== undefined,
          from: moved ? 'moved' : 'file',
        };
      }),
    ];
  },
);
