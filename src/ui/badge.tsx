import type { ReactNode } from 'react';

export interface BadgeProps {
  /** 'assumed' for what nobody sourced, 'fictional' for the demo borough, 'plain' otherwise. */
  readonly kind?: 'assumed' | 'fictional' | 'refused' | 'plain';
  readonly title?: string;
  readonly children: ReactNode;
}

/** One word beside a figure or a name. */
export function Badge({ kind = 'plain', title, children }: BadgeProps) {
  return (
    <span className={`badge badge-${kind}`} title={title}>
      {children}
    </span>
  );
}
