import { type ReactNode, useId, useState } from 'react';
import type { DownloadOutcome } from '../actions/download.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** Makes a file and hands it to the browser. */
export type MakeDownload = () => DownloadOutcome | Promise<DownloadOutcome>;

export interface DownloadSectionProps {
  /** What each file carries, in a sentence or two. */
  readonly says: string;
  readonly children: (downloads: {
    /** A button that downloads; while a file is being made, none starts another. */
    readonly button: (label: string, make: MakeDownload) => ReactNode;
  }) => ReactNode;
}

/** "Take it with you": the downloads of a topic, and what became of the last. */
export function DownloadSection({ says, children }: DownloadSectionProps) {
  const title = useId();
  const [outcome, setOutcome] = useState<DownloadOutcome | 'working' | null>(null);
  const isWorking = outcome === 'working';
  const start = async (make: MakeDownload): Promise<void> => {
    if (isWorking) return;
    setOutcome('working');
    try {
      setOutcome(await make());
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      setOutcome({ problem: `The file could not be made: ${message}` });
    }
  };
  return (
    <section className="panel-section export" aria-labelledby={title}>
      <h2 id={title}>Take it with you</h2>
      <p className="small soft">{says}</p>
      {children({
        button: (label, make) => (
          <Button icon="download" aria-disabled={isWorking} onClick={() => void start(make)}>
            {label}
          </Button>
        ),
      })}
      {isWorking ? <p role="status">Writing the file …</p> : null}
      <Outcome outcome={isWorking ? null : outcome} onDismiss={() => setOutcome(null)} />
    </section>
  );
}

interface OutcomeProps {
  /** null: nothing was asked for yet, or it is under way. */
  readonly outcome: DownloadOutcome | null;
  readonly onDismiss: () => void;
}

/** What became of a download: the file's name, or why there is none. */
function Outcome({ outcome, onDismiss }: OutcomeProps) {
  if (!outcome) return null;
  if ('problem' in outcome) return <Notice kind="problem" title={outcome.problem} onDismiss={onDismiss} />;
  return (
    <p role="status" className="small soft anywhere">
      Downloaded {outcome.fileName}
    </p>
  );
}
