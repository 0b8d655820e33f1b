import { useEffect, useRef } from 'react';

export interface ErrorSummaryProps {
  readonly title: string;
  /** What went wrong; `targetId` is the element that shows it in full. */
  readonly errors: readonly { readonly key: string; readonly text: string; readonly targetId?: string }[];
}

/** What went wrong, above everything else; takes the focus when it appears or changes. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const keys = errors.map((error) => error.key).join(' ');
  useEffect(() => {
    if (keys !== '') box.current?.focus();
  }, [keys]);
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{title}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.key} className="anywhere">
            {error.targetId ? (
              <button type="button" className="link" onClick={() => focusOn(error.targetId ?? '')}>
                {error.text}
              </button>
            ) : (
              error.text
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function focusOn(id: string): void {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'nearest' });
  element?.focus();
}
