import { goTo } from '../actions/set-view.ts';
import type { MainPage } from '../stores/view-store.ts';
import { Button } from '../ui/button.tsx';
import { useApp } from './app-provider.tsx';

/** A page that is not built yet: what it will do, and the way back. */
export function PlannedPagePanel({ page }: { readonly page: Extract<MainPage, 'interventions'> }) {
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
  interventions:
    'This page will set rooftop radio and road digs side by side for the same premises, with cost, weeks and barriers.',
} as const;
