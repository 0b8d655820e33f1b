import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { goToTourStep, leaveTour } from '../../actions/take-tour.ts';
import { Button } from '../../ui/button.tsx';
import { useApp } from '../app-provider.tsx';
import { TOUR } from './tour-steps.ts';
import './tour.css';

/** The step of the tour under way, over the panel it speaks of. It can be left at any step. */
export function TourPanel() {
  const context = useApp();
  const step = useStore(context.tour, (state) => state.step);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => (step === null ? undefined : markTarget(TOUR[step].target)), [step]);
  if (step === null) return null;
  const { title, words } = TOUR[step];
  const last = step === TOUR.length - 1;
  const leave = (): void => {
    leaveTour(context);
    document.getElementById('panel')?.focus({ preventScroll: true });
  };
  return (
    <section
      className="tour"
      aria-label="Tour"
      ref={place}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        leave();
      }}
    >
      <div role="status">
        <p className="tour-step number">
          Step {step + 1} of {TOUR.length}
        </p>
        <h2 className="tour-title">{title}</h2>
        <p>{words}</p>
      </div>
      <div className="row">
        <Button
          kind="main"
          onClick={() => {
            goToTourStep(context, step + 1);
            if (last) document.getElementById('panel')?.focus({ preventScroll: true });
          }}
        >
          {last ? 'Finish' : 'Next'}
        </Button>
        {step > 0 ? <Button onClick={() => goToTourStep(context, step - 1)}>Back</Button> : null}
        {last ? null : (
          <Button kind="quiet" onClick={leave}>
            Leave the tour
          </Button>
        )}
      </div>
    </section>
  );
}

/** Marks what a step speaks of, as soon as it stands in the page. Returns what takes the mark away. */
function markTarget(selector: string): () => void {
  let marked: Element | null = null;
  const look = (): void => {
    const found = document.querySelector(selector);
    if (!found || found === marked) return;
    marked?.classList.remove('tour-target');
    marked = found;
    found.classList.add('tour-target');
    // After the panel has gone to its top for what is new in it.
    requestAnimationFrame(() => requestAnimationFrame(() => found.scrollIntoView({ block: 'nearest' })));
  };
  look();
  // A page that is fetched, or drawn again, brings another element.
  const changes = new MutationObserver(look);
  changes.observe(document.getElementById('panel') ?? document.body, { childList: true, subtree: true });
  return () => {
    changes.disconnect();
    marked?.classList.remove('tour-target');
  };
}
