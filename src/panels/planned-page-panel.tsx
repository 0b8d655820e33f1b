import { goTo } from '../actions/set-view.ts';
import type { MainPage } from '../stores/view-store.ts';
import { Button } from '../ui/button.tsx';
import { useApp } from './app-provider.tsx';

/** A page that is not built yet: what it will do, and the way back. */
export function PlannedPagePanel({
  page,
}: {
  readonly page: Exclude<MainPage, 'not-spots' | 'premises' | 'data'>;
}) {
  const context = useApp();
  return (
    <section className="headline" aria-labelledby="planned-title">
      <h2 id="planned-title">Not built yet</h2>
      <p>{WILL[page]}</p>
      <Button icon="back" onClick={() => goTo(context, 'not-spots')}>
        Go back to not-spots
      </Button>
    </section>
  );
}

const WILL = {
  rooftops: 'This page will find roofs that can see the not-spots and test the radio links between them.',
  interventions:
    'This page will set rooftop radio and road digs side by side for the same premises, with cost, weeks and barriers.',
} as const;
