import type { MouseEvent } from 'react';
import { goTo } from '../actions/set-view.ts';
import { goToTourStep } from '../actions/take-tour.ts';
import type { Page } from '../stores/view-store.ts';
import { useApp, useProject, useView } from './app-provider.tsx';

/** At the foot of every panel: the pages about the app itself. */
export function PanelFoot() {
  const context = useApp();
  const page = useView((state) => state.page);
  const fictional = useProject((state) => state.project.fictional);
  const go = (event: MouseEvent, to: Page): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    goTo(context, to);
  };
  return (
    <nav className="panel-foot" aria-label="About this app">
      {fictional ? (
        <button type="button" className="link" onClick={() => goToTourStep(context, 0)}>
          Take the tour
        </button>
      ) : null}
      {LINKS.map(([to, words]) => (
        <a
          key={to}
          href={`#/${to}`}
          aria-current={to === page ? 'page' : undefined}
          onClick={(event) => go(event, to)}
        >
          {words}
        </a>
      ))}
    </nav>
  );
}

const LINKS: readonly (readonly [Page, string])[] = [
  ['work', 'Your work'],
  ['accessibility', 'Accessibility statement'],
  ['privacy', 'Privacy'],
];
