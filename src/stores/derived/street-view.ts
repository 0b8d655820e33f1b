import { capitalised } from '../../domain/capitalised.ts';
import type { DigResult } from '../../domain/dig/dig-design.ts';
import type { DigGround } from '../../domain/dig/dig-ground.ts';
import type { DigQuestion } from '../../domain/dig/dig-question.ts';
import { type BarrierText, barrierText } from './barrier-text.ts';
import { metresOf } from './dig-headline.ts';
import { detourLines } from './dig-lines.ts';
import { daysText, standing, surfacesText } from './dig-street-table.ts';
import type { DigStreet } from './dig-streets.ts';
import { poundsRange, poundsText } from './pounds-text.ts';
import { sharedNames, streetLabel } from './street-label.ts';

/** One street of a dig, ready to print, and what can be decided of it. */
export interface StreetView {
  readonly named: { readonly id: string; readonly name: string };
  /** "Residential; on the route" */
  readonly standing: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** What going round it costs where a restriction closes it; null: it is not closed, or that was not worked out. */
  readonly goingRound: string | null;
  readonly restrictions: readonly BarrierText[];
  /** Whether a restriction in force closes it. */
  readonly isClosed: boolean;
  readonly isBlocked: boolean;
  readonly isForced: boolean;
  /** The reason that was given for lifting what restricts it; null: it is not lifted. */
  readonly liftedFor: string | null;
}

/** A street by its id: as the dig uses it (null: it does not), else as the ground has it. */
export function streetView(
  id: string,
  street: DigStreet | null,
  {
    question,
    ground,
    detours,
  }: {
    readonly question: DigQuestion;
    readonly ground: DigGround | null;
    readonly detours: DigResult['detours'];
  },
): StreetView {
  const known = ground?.streets.find((one) => one.id === id);
  const ofStreet = ground?.barriers.filter((barrier) => known?.barriers.includes(barrier.id)) ?? [];
  const barriers = [
    ...new Map([...(street?.barriers ?? []), ...ofStreet].map((one) => [one.id, one])).values(),
  ];
  const lifted = question.lifted.find((one) => one.street === id);
  const restrictions = barriers.map((barrier) =>
    barrierText(barrier, question.worksFrom, lifted !== undefined),
  );
  const goingRound = detourLines({ detours }).dear.find((one) => one.street === id);
  const place = street ?? { state: null, isUsed: false };
  const kind = known?.streetClass ?? 'class not known';
  return {
    named: {
      id,
      name:
        street?.name ??
        (known
          ? streetLabel(known, ground !== null && sharedNames(ground.streets).has(known.name ?? ''))
          : id),
    },
    standing: `${capitalised(kind)}; ${standing(place).toLowerCase()}`,
    facts: [
      ...(known ? [{ name: 'Street', value: metresOf(known.metres) }] : []),
      ...(street?.isUsed
        ? [
            { name: 'Route in it', value: metresOf(street.metres) },
            {
              name: 'To build',
              value: [poundsText(street.pence.mid), poundsRange(street.pence)].filter(Boolean).join(', '),
            },
            { name: 'Days', value: daysText(street.days) },
            { name: 'Surface', value: surfacesText(street.surfaces) || 'nothing is dug' },
          ]
        : []),
    ],
    goingRound: goingRound
      ? goingRound.words
      : detours.some((one) => one.street === id)
        ? 'Going round it costs nothing more.'
        : null,
    restrictions,
    isClosed: restrictions.some(({ forbids }) => forbids),
    isBlocked: question.blocked.includes(id),
    isForced: question.forced.includes(id),
    liftedFor: lifted?.reason ?? null,
  };
}
