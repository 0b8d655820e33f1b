import { lazy, Suspense, useState } from 'react';
import type { TopicNumber } from '../stores/derived/topic-figure.ts';
import { Disclosure } from '../ui/disclosure.tsx';

const TopicFigure = lazy(async () => {
  const { TopicFigure } = await import('./topic-figure.tsx');
  return { default: TopicFigure };
});

export interface CountedHowProps {
  readonly of: TopicNumber;
  readonly summary?: string;
}

/** Opens a number's explanation below it; nothing of it is loaded or worked out before. */
export function CountedHow({ of, summary = 'How this is counted' }: CountedHowProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure
      summary={summary}
      className="headline-explain"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      {isOpen ? (
        <Suspense fallback={<p className="soft">Opening the explanation …</p>}>
          <TopicFigure of={of} />
        </Suspense>
      ) : null}
    </Disclosure>
  );
}
