import { setPlanCard } from '../../../actions/edit-plan-card.ts';
import { exportRegister } from '../../../actions/export-register.ts';
import { importRegister, pullRegisterLevers } from '../../../actions/import-register.ts';
import type { Lever } from '../../../domain/plan/lever.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import type { PlanCard } from '../../../domain/plan/plan-card.ts';
import { leverTitle } from '../../../stores/derived/lever-title.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { useApp } from '../../app-provider.tsx';
import { pickFiles } from '../../work/pick-files.ts';
import { useTaking } from '../../work/use-taking.ts';

export interface RegisterFilesProps {
  /** undefined: the one that comes with Notspot. */
  readonly planCard: PlanCard | undefined;
  readonly plan: Plan | null;
}

/** The register as a file, out of one, and on paper. */
export function RegisterFiles({ planCard, plan }: RegisterFilesProps) {
  const context = useApp();
  const { outcome, setOutcome, taking, begin } = useTaking(importRegister);
  return (
    <section className="panel-section stack register-files" aria-labelledby="register-files">
      <h3 id="register-files">The register as a file</h3>
      <p className="small soft">
        All of it in one: figures, rates, radios{plan ? ` and the levers of ${plan.name}` : ''}. Put your own
        figures and their sources in and load it again.
      </p>
      <div className="row">
        <Button
          icon="upload"
          onClick={() => pickFiles({ accept: '.csv,.json,text/csv,application/json' }, begin)}
        >
          Load a register
        </Button>
        <Button icon="download" onClick={() => void exportRegister(context, 'csv')}>
          Save as CSV
        </Button>
        <Button icon="download" onClick={() => void exportRegister(context, 'json')}>
          Save as JSON
        </Button>
        <Button onClick={() => window.print()}>Print</Button>
        {planCard ? (
          <Button kind="quiet" onClick={() => setPlanCard(context, null)}>
            Go back to the starting assumptions
          </Button>
        ) : null}
      </div>
      {taking ? <ProgressBar {...taking} /> : null}
      {outcome?.state === 'refused' ? (
        <Notice kind="problem" title="Nothing was changed" onDismiss={() => setOutcome(null)}>
          <p className="anywhere">{outcome.message}</p>
        </Notice>
      ) : null}
      {outcome?.state === 'taken' ? (
        <Notice kind="done" title={`Taken from ${outcome.fileName}`} onDismiss={() => setOutcome(null)}>
          <p className="anywhere">{outcome.parts.join('; ') || 'It had no figures in it.'}</p>
          <NamedLevers
            levers={outcome.levers}
            plan={plan}
            onPull={(planId) => {
              pullRegisterLevers(context, planId, outcome.levers);
              setOutcome({ ...outcome, levers: [] });
            }}
          />
        </Notice>
      ) : null}
    </section>
  );
}

/** Levers of a register, which are not pulled by loading it: each plan decides of its own. */
function NamedLevers({
  levers,
  plan,
  onPull,
}: {
  readonly levers: readonly Lever[];
  readonly plan: Plan | null;
  readonly onPull: (planId: string) => void;
}) {
  if (levers.length === 0) return null;
  const titles = levers.map((lever) => leverTitle(lever, plan?.designs ?? null)).join('; ');
  return (
    <>
      <p className="anywhere">
        It names {levers.length === 1 ? 'a lever' : `${levers.length} levers`} too, which{' '}
        {levers.length === 1 ? 'was' : 'were'} not pulled: {titles}.
        {plan ? '' : ' Open a plan to pull what it shall pull.'}
      </p>
      {plan ? (
        <Button onClick={() => onPull(plan.id)}>
          Pull {levers.length === 1 ? 'it' : 'them'} in {plan.name}
        </Button>
      ) : null}
    </>
  );
}
