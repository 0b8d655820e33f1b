import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { downloadSecondCopy, openSecondCopy, putCopiesBack } from '../../actions/second-copy-list.ts';
import { failureWords } from '../../stores/derived/failure-words.ts';
import { projectLines } from '../../stores/derived/work-text.ts';
import type { ProjectOfList } from '../../stores/keep-store.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useApp } from '../app-provider.tsx';
import { useFocusPassedOn } from '../use-focus-passed-on.ts';
import { StartAfreshButton } from './start-afresh-button.tsx';

/** What is left beside a store that cannot be read, or that has lost what it held. */
export function CopiesSection({ copies }: { readonly copies: readonly ProjectOfList[] }) {
  const context = useApp();
  const isOff = useStore(context.keep, ({ status }) => status === 'off');
  const isUnreadable = useStore(context.keep, ({ trouble }) => trouble === 'unreadable');
  const place = useRef<HTMLElement>(null);
  useFocusPassedOn(place);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <section
      className="panel-section stack"
      id="work-copies"
      aria-labelledby="work-copies-title"
      tabIndex={-1}
      ref={place}
    >
      <h3 id="work-copies-title">Second copies</h3>
      {copies.length === 0 ? (
        <p>No second copy was found in this browser.</p>
      ) : (
        <>
          <p>
            Each project is kept a second time in this browser. A second copy may lack the last seconds of
            work.{' '}
            {isUnreadable
              ? 'One that you open is held in memory; starting afresh puts all of them back.'
              : isOff
                ? 'One that you open is held in memory.'
                : 'These are missing among your projects.'}
          </p>
          <ul className="work-projects">
            {copies.map((copy) => (
              <li key={copy.id} className="work-project">
                <div className="work-project-name">
                  <strong className="anywhere">{copy.name}</strong>
                  {copy.fictional ? <Badge kind="fictional">fictional</Badge> : null}
                  {copy.state === 'whole' ? null : <Badge kind="refused">{copy.state}</Badge>}
                </div>
                {projectLines(copy).map((line) => (
                  <p key={line} className="small soft anywhere">
                    {line}
                  </p>
                ))}
                <div className="work-project-buttons">
                  {isOff && copy.state === 'whole' ? (
                    <Button
                      kind="quiet"
                      onClick={() =>
                        void openSecondCopy(context, copy.id).then(setProblem, (error) =>
                          setProblem(`The copy could not be opened. ${failureWords(error)}`),
                        )
                      }
                    >
                      Open <span className="unseen">the second copy of {copy.name}</span>
                    </Button>
                  ) : null}
                  <Button kind="quiet" icon="download" onClick={() => void downloadSecondCopy(copy.id)}>
                    Download its data <span className="unseen">of {copy.name}</span>
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {problem ? <Notice kind="problem" title={problem} onDismiss={() => setProblem(null)} /> : null}
      {isUnreadable ? (
        <StartAfreshButton />
      ) : !isOff && copies.some(({ state }) => state === 'whole') ? (
        <Button
          onClick={() =>
            void putCopiesBack(context).catch((error) =>
              setProblem(`Not all copies could be put back. ${failureWords(error)}`),
            )
          }
        >
          {copies.length === 1 ? 'Put it back' : 'Put them back'}
        </Button>
      ) : null}
    </section>
  );
}
