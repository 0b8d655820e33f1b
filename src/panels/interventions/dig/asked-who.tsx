import { useStore } from 'zustand';
import { findDigPremises } from '../../../actions/find-dig-ground.ts';
import type { DigQuestion } from '../../../domain/dig/dig-question.ts';
import { chosenWords, selectionWords } from '../../../stores/derived/dig-asked-text.ts';
import { Button } from '../../../ui/button.tsx';
import { useAnalysis, useApp } from '../../app-provider.tsx';

export interface AskedWhoProps {
  readonly question: Pick<DigQuestion, 'selection' | 'onlyNotSpots'>;
  readonly ask: (label: string, edit: Pick<DigQuestion, 'onlyNotSpots'>) => void;
}

/** Whom a dig or a plan is to reach: the selection, and how many of it. */
export function AskedWho({ question, ask }: AskedWhoProps) {
  const context = useApp();
  const analysis = useAnalysis((state) => state.analysis);
  const clusters = useStore(context.studies.clusters, ({ answer }) => answer);
  const { answer, status, problem } = useStore(context.studies['dig-premises']);
  const { selection, onlyNotSpots } = question;
  const words = selectionWords(selection, {
    ward: (code) => analysis?.wardNames[analysis.wardCodes.indexOf(code)],
    cluster: (cluster) => clusters?.names[clusters.ids.indexOf(cluster)],
  });
  return (
    <div className="dig-part">
      <h3>Whom it is to reach</h3>
      <p className="anywhere">
        Premises of {words}.{' '}
        <span className="number-wrap">
          {status === 'ready' && answer ? chosenWords(answer, onlyNotSpots) : ''}
        </span>
      </p>
      {status === 'failed' ? (
        <>
          <p className="field-error">{problem}</p>
          <Button onClick={() => void findDigPremises(context, { selection, onlyNotSpots })}>
            Count again
          </Button>
        </>
      ) : null}
      <label className="check-line">
        <input
          type="checkbox"
          checked={onlyNotSpots}
          onChange={(event) =>
            ask(event.target.checked ? 'Asked for not-spots only' : 'Asked for all premises', {
              onlyNotSpots: event.target.checked,
            })
          }
        />
        <span>Only not-spots of the definition in force</span>
      </label>
    </div>
  );
}
