import { lazy, type MouseEvent, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { goTo } from '../actions/set-view.ts';
import { redo, undo } from '../actions/undo.ts';
import { useApp, useProject, useView } from '../panels/app-provider.tsx';
import { useShareDialog } from '../panels/share/use-share-dialog.tsx';
import { type SavedWords, savedWords } from '../stores/derived/saved-words.ts';
import { MAIN_PAGES, type MainPage, type Page } from '../stores/view-store.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { formatAddress } from './address.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { addressOf } from './follow-address.ts';
import { chooseTheme, keptTheme, THEME_CHOICES, type ThemeChoice } from './theme.ts';

// Fetched right after the first screen, which stands without it.
const FindBar = lazy(async () => {
  const { FindBar } = await import('../panels/find/find-bar.tsx');
  return { default: FindBar };
});

/** Name, area, pages, undo and redo, whether the work is saved, share, light or dark. */
export function TopBar() {
  const name = useProject((state) => state.project.name);
  const fictional = useProject((state) => state.project.fictional);
  const loaded = useProject((state) => state.project.datasets.length > 0);
  const share = useShareDialog();
  return (
    <>
      <header className="bar">
        <div className="bar-name">
          <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width="24" height="24" />
          <span className="bar-product">Notspot</span>
          <span className="bar-area-group">
            {loaded ? <span className="bar-area anywhere">{name}</span> : null}
            {fictional ? (
              <Badge kind="fictional" title="Made up for trying things out: no such place exists">
                fictional
              </Badge>
            ) : null}
          </span>
        </div>
        <Pages />
        <Suspense fallback={<div className="bar-find" />}>
          <FindBar />
        </Suspense>
        <div className="bar-tools">
          <UndoButtons />
          <SavedState />
          <Button
            kind="quiet"
            icon="share"
            iconOnly
            className="bar-button bar-share"
            title="Share this work"
            onClick={share.show}
          >
            Share
          </Button>
          <ThemeSelect />
        </div>
      </header>
      {/* Beside the bar, whose colours are not its own. */}
      <ErrorBoundary what="the dialog for sharing">{share.dialog}</ErrorBoundary>
    </>
  );
}

/** The five pages; links that carry the view along. */
function Pages() {
  const context = useApp();
  const page = useView((state) => state.page);
  const place = useRef<HTMLElement>(null);
  useTellHeight(place);
  return (
    <nav className="pages" aria-label="Pages" ref={place}>
      <ul>
        {MAIN_PAGES.map((one) => (
          <li key={one}>
            <a
              href={formatAddress({ ...addressOf(context), page: one })}
              aria-current={one === page ? 'page' : undefined}
              onClick={(event) => follow(event, () => goTo(context, one))}
            >
              <Icon name={PAGE_ICONS[one]} size={18} />
              <span>{PAGE_NAMES[one]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Tells the style sheet how high the pages stand: on a phone they lie over the page's foot, in one row or more. */
function useTellHeight(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--pages-height', `${element.offsetHeight}px`);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
}

function UndoButtons() {
  const context = useApp();
  const last = useProject((state) => state.done.at(-1)?.label ?? null);
  const next = useProject((state) => state.undone.at(-1)?.label ?? null);
  return (
    <div className="bar-undo">
      <StepButton icon="undo" verb="Undo" keys="Ctrl+Z" label={last} onClick={() => undo(context)} />
      <StepButton icon="redo" verb="Redo" keys="Ctrl+Shift+Z" label={next} onClick={() => redo(context)} />
    </div>
  );
}

interface StepButtonProps {
  readonly icon: IconName;
  readonly verb: string;
  readonly keys: string;
  /** The step it takes back or again; null where there is none. */
  readonly label: string | null;
  readonly onClick: () => void;
}

/** Says the step in words where the bar has room, and always in its name. */
function StepButton({ icon, verb, keys, label, onClick }: StepButtonProps) {
  const words = label === null ? `Nothing to ${verb.toLowerCase()}` : `${verb}: ${label}`;
  return (
    <Button
      kind="quiet"
      icon={icon}
      className={label === null ? 'bar-button bar-button-bare' : 'bar-button'}
      aria-disabled={label === null}
      aria-keyshortcuts={keys.replace('Ctrl', 'Control')}
      title={label === null ? words : `${words} (${keys})`}
      onClick={onClick}
    >
      {words}
    </Button>
  );
}

/** Whether the work is kept, as it is; leads to all there is to say about it. */
function SavedState() {
  const context = useApp();
  const { words, short, mood } = savedWords(useStore(context.keep));
  const here = useView((state) => state.page === 'work');
  return (
    <a
      className={`bar-saved bar-saved-${mood}`}
      href={formatAddress({ ...addressOf(context), page: 'work' })}
      title={`${words}. Open “Your work”`}
      aria-current={here ? 'page' : undefined}
      onClick={(event) => follow(event, () => goTo(context, 'work'))}
    >
      <Icon name={MOOD_ICONS[mood]} size={18} />
      <span className="bar-saved-words">{words}</span>
      <span className="bar-saved-short" aria-hidden="true">
        {short}
      </span>
    </a>
  );
}

/** Goes there without loading the page anew, unless the person asks for a tab of its own. */
function follow(event: MouseEvent, go: () => void): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  go();
}

function ThemeSelect() {
  const [choice, setChoice] = useState<ThemeChoice>(keptTheme);
  return (
    <label className="bar-theme">
      <span className="unseen">Light or dark</span>
      <select
        value={choice}
        onChange={(event) => {
          const next = THEME_CHOICES.find((one) => one === event.target.value) ?? 'system';
          setChoice(next);
          chooseTheme(next);
        }}
      >
        <option value="system">Auto</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  );
}

export const PAGE_NAMES: Record<Page, string> = {
  'not-spots': 'Not-spots',
  premises: 'Premises',
  rooftops: 'Rooftops',
  interventions: 'Interventions',
  data: 'Data',
  work: 'Your work',
  accessibility: 'Accessibility',
  privacy: 'Privacy',
};

const MOOD_ICONS: Record<SavedWords['mood'], IconName> = {
  calm: 'info',
  busy: 'busy',
  good: 'done',
  bad: 'warning',
  reading: 'eye',
};

const PAGE_ICONS: Record<MainPage, IconName> = {
  'not-spots': 'target',
  premises: 'home',
  rooftops: 'roof',
  interventions: 'pound',
  data: 'file',
};
