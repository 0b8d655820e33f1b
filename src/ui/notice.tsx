import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

export interface NoticeProps {
  readonly kind?: 'info' | 'done' | 'warning' | 'problem';
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Closes it; without one it stays while it is true. */
  readonly onDismiss?: () => void;
}

/** A message in the page, not over it. Problems are read out at once. */
export function Notice({ kind = 'info', title, children, onDismiss }: NoticeProps) {
  const icon = kind === 'done' ? 'done' : kind === 'info' ? 'info' : 'warning';
  return (
    <div className={`notice notice-${kind}`} role={kind === 'problem' ? 'alert' : 'status'}>
      <Icon name={icon} />
      <div className="notice-words">
        {title ? <p className="notice-title">{title}</p> : null}
        {children}
      </div>
      {onDismiss ? (
        <Button kind="quiet" icon="close" iconOnly onClick={onDismiss}>
          Dismiss this message
        </Button>
      ) : null}
    </div>
  );
}
