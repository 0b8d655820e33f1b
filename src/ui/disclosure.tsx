import type { ComponentProps, ReactNode } from 'react';
import { Icon } from './icon.tsx';

export interface DisclosureProps extends Omit<ComponentProps<'details'>, 'summary'> {
  readonly summary: ReactNode;
}

/** Words that open what lies below them; the browser's own details element. */
export function Disclosure({ summary, children, className, ...rest }: DisclosureProps) {
  return (
    <details className={className ? `disclosure ${className}` : 'disclosure'} {...rest}>
      <summary>
        <Icon name="chevron-right" size={16} />
        <span className="disclosure-words">{summary}</span>
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  );
}
