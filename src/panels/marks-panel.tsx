import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { clearMarks } from '../actions/show-marks.ts';
import { marksCount, marksKey } from '../stores/derived/marks-shown.ts';
import { Button } from '../ui/button.tsx';
import { useApp, useView } from './app-provider.tsx';
import { MarksList } from './marks-list.tsx';
import { MarkSwatch } from './marks-swatch.tsx';

/** What is marked on the map: whose title it has, how many places, what their shapes mean, and the places as a list. */
export function MarksPanel() {
  const context = useApp();
  const { owner, title, marks } = useStore(context.marks);
  const [closed, setClosed] = useState<string | null>(null);
  const isSubject = useView((state) => state.page === 'premises' && state.premises !== null);
  const place = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each set of marks.
  useEffect(() => {
    // A search ends in the panel: what it marked is what there is to read.
    if (owner === 'find' && document.activeElement?.id === 'panel') place.current?.focus();
  }, [marks]);
  // What was found is the subject of the Premises page already.
  if (owner === null || (owner === 'find' && isSubject)) return null;
  const open = closed !== title;
  return (
    <section className="marks" aria-label="Marked on the map" id="marks" ref={place} tabIndex={-1}>
      <div className="marks-head">
        <p className="marks-title anywhere">{title}</p>
        <Button
          kind="quiet"
          onClick={() => {
            clearMarks(context);
            // The button is gone with its panel.
            document.getElementById('panel')?.focus();
          }}
        >
          Clear
        </Button>
      </div>
      <p className="small soft">{marksCount(marks)}</p>
      <ul className="marks-key">
        {marksKey(marks).map(({ kind, look, count }) => (
          <li key={kind}>
            <MarkSwatch look={look} /> <span className="number">{count}</span> {look.word}
          </li>
        ))}
      </ul>
      {marks.length > 1 ? (
        <Button
          kind="quiet"
          icon={open ? 'chevron-down' : 'chevron-right'}
          aria-expanded={open}
          onClick={() => setClosed(open ? title : null)}
        >
          List the places
        </Button>
      ) : null}
      {open || marks.length === 1 ? <MarksList /> : null}
    </section>
  );
}
