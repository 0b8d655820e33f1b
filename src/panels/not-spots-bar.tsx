import { ProportionBar, type ProportionBarProps } from '../ui/proportion-bar.tsx';

export interface NotSpotsBarProps {
  /** Shares of all, 0 to 1; `low` and `high` bound the not-spots. */
  readonly shares: NonNullable<ProportionBarProps['range']> & {
    readonly mid: number;
    readonly notKnown: number;
  };
}

/** How much is a not-spot and how much is not known, of all that a headline is out of. */
export function NotSpotsBar({ shares }: NotSpotsBarProps) {
  return (
    <ProportionBar
      height={16}
      parts={[
        { key: 'not-spots', share: shares.mid, pattern: 'hatch', token: '--not-spot' },
        { key: 'not-known', share: shares.notKnown, pattern: 'dots', token: '--class-not-known' },
      ]}
      range={shares}
    />
  );
}
