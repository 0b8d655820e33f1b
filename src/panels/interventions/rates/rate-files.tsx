import { exportRates } from '../../../actions/export-rates.ts';
import { importRates } from '../../../actions/import-rates.ts';
import { setRates } from '../../../actions/set-rates.ts';
import type { RateCard } from '../../../domain/cost/rate-card.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { useApp } from '../../app-provider.tsx';
import { pickFiles } from '../../work/pick-files.ts';
import { useTaking } from '../../work/use-taking.ts';

export interface RateFilesProps {
  readonly card: RateCard;
  readonly isShipped: boolean;
}

/** Rates from a file and to one, and back to those that come with Notspot. */
export function RateFiles({ card, isShipped }: RateFilesProps) {
  const context = useApp();
  const { outcome, setOutcome, taking, begin } = useTaking(importRates);
  return (
    <section className="panel-section stack" aria-labelledby="rate-files">
      <h3 id="rate-files">Files of rates</h3>
      <p className="small soft">
        Save the rates for a spreadsheet (CSV), put your own prices and their sources in, and load them again.
      </p>
      <div className="row">
        <Button
          icon="upload"
          onClick={() => pickFiles({ accept: '.csv,.json,text/csv,application/json' }, begin)}
        >
          Load rates
        </Button>
        <Button icon="download" onClick={() => void exportRates(context, card, 'csv')}>
          Save as CSV
        </Button>
        <Button icon="download" onClick={() => void exportRates(context, card, 'json')}>
          Save as JSON
        </Button>
        {isShipped ? null : (
          <Button kind="quiet" onClick={() => setRates(context, null)}>
            Go back to the starting rates
          </Button>
        )}
      </div>
      {taking ? <ProgressBar {...taking} /> : null}
      {outcome?.state === 'refused' ? (
        <Notice kind="problem" title="No rate was changed" onDismiss={() => setOutcome(null)}>
          <p className="anywhere">{outcome.message}</p>
        </Notice>
      ) : null}
      {outcome?.state === 'taken' ? (
        <Notice
          kind="done"
          title={`${outcome.name}, of ${outcome.fileName}, is in force`}
          onDismiss={() => setOutcome(null)}
        />
      ) : null}
    </section>
  );
}
