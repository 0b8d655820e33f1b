import { type ReactNode, useRef } from 'react';
import { useKeptFocus } from '../use-kept-focus.ts';

export interface KeptPlaceProps {
  /** "Finding the route" */
  readonly label: string;
  readonly children: ReactNode;
}

/** Where work stands: a button that is pressed gives way to progress and then to an answer, and the focus stays here. */
export function KeptPlace({ label, children }: KeptPlaceProps) {
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and there is none here.
    <div className="interventions-place" role="group" aria-label={label} ref={place} tabIndex={-1}>
      {children}
    </div>
  );
}
