import { useStore } from 'zustand';
import { setNextDig, startDigPicking } from '../../../actions/set-interventions-view.ts';
import type { Selection } from '../../../domain/project/selection.ts';
import { chosenWords } from '../../../stores/derived/dig-asked-text.ts';
import { firstRoots } from '../../../stores/derived/first-roots.ts';
import { nextSelection } from '../../../stores/derived/next-selection.ts';
import { unitsText } from '../../../stores/derived/units-text.ts';
import type { ReachingBy } from '../../../stores/view-store.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { useApp, useProject, useView } from '../../app-provider.tsx';
import { useAskedGround } from '../use-asked-ground.ts';
import { ByCluster } from './by-cluster.tsx';
import { ByList } from './by-list.tsx';
import { ByShape } from './by-shape.tsx';
import { ByWard } from './by-ward.tsx';
import { useNextName } from './use-next-name.ts';

/** Premises that were chosen for a dig or a plan. */
export interface PremisesChosen {
  /** What they are called. */
  readonly of: string;
  readonly selection: Selection;
  readonly onlyNotSpots: boolean;
  /** Fibre points to begin with. */
  readonly rootIds: readonly string[];
}

export interface NextPremisesProps {
  /** On the button while nothing is chosen, and with whom: "40 premises". */
  readonly verb: string;
  readonly verbTo: (whom: string) => string;
  readonly onChosen: (chosen: PremisesChosen) => void;
  /** Another way on with them, and what it is called; left out where there is one only. */
  readonly other?: { readonly verb: string; readonly onChosen: (chosen: PremisesChosen) => void };
}

/** Premises chosen in one of four ways and counted at once, and the button that goes on with them. */
export function NextPremises({ verb, verbTo, onChosen, other }: NextPremisesProps) {
  const context = useApp();
  const next = useView(({ interventions }) => interventions.next);
  const selection = nextSelection(next);
  const { datasets, fictional } = useProject((state) => state.project);
  const premises = useStore(context.studies['dig-premises']);
  const { onlyNotSpots } = next;
  useAskedGround(selection, onlyNotSpots);
  const ground = useStore(context.studies['dig-ground']);
  const hasStreets = datasets.some(({ role }) => role === 'streets');
  // One begins with the fibre points that are there: they are known once the streets are looked at.
  const isLooking = hasStreets && (ground.status === 'idle' || ground.status === 'working');
  const isCounted = selection !== null && premises.status === 'ready' && premises.answer !== null;
  const asked = isCounted && !isLooking ? (premises.answer?.asked ?? 0) : 0;
  const name = useNextName(unitsText(asked, premises.answer?.unit ?? 'premises'));
  const goOn = (take: (chosen: PremisesChosen) => void): void => {
    if (!selection || asked === 0) return;
    startDigPicking(context, null);
    const points = context.studies['dig-ground'].getState().answer?.fibrePoints ?? [];
    const rootIds = firstRoots(points, premises.answer?.box ?? null);
    take({ of: name, selection, onlyNotSpots, rootIds });
  };
  return (
    <div className="dig-form">
      <Segmented
        legend="Choose premises by"
        options={WAYS}
        value={next.by}
        onChange={(by) => {
          startDigPicking(context, null);
          setNextDig(context, { by });
        }}
      />
      {next.by === 'ward' ? <ByWard /> : null}
      {next.by === 'cluster' ? <ByCluster /> : null}
      {next.by === 'shape' ? <ByShape /> : null}
      {next.by === 'list' ? <ByList /> : null}
      <label className="check-line">
        <input
          type="checkbox"
          checked={onlyNotSpots}
          onChange={(event) => setNextDig(context, { onlyNotSpots: event.target.checked })}
        />
        <span>Only not-spots of the definition in force</span>
      </label>
      {selection && premises.status === 'working' ? (
        <ProgressBar
          what={premises.step?.what ?? 'Counting the premises'}
          fraction={premises.step?.fraction ?? null}
          onCancel={premises.cancel ?? undefined}
        />
      ) : null}
      <p role="status" className="number-wrap">
        {selection === null
          ? ''
          : premises.status === 'failed'
            ? premises.problem
            : isCounted && premises.answer
              ? chosenWords(premises.answer, onlyNotSpots)
              : ''}
      </p>
      {isCounted && ground.status === 'working' ? (
        <ProgressBar
          what={ground.step?.what ?? 'Looking at the streets'}
          fraction={ground.step?.fraction ?? null}
          onCancel={ground.cancel ?? undefined}
        />
      ) : null}
      {ground.status === 'failed' ? (
        <Notice kind="problem" title="The streets cannot be used as they are">
          <p className="anywhere">{ground.problem}</p>
        </Notice>
      ) : null}
      <Button kind="main" aria-disabled={asked === 0} onClick={() => goOn(onChosen)}>
        {asked > 0 && premises.answer ? verbTo(unitsText(asked, premises.answer.unit)) : verb}
      </Button>
      {other ? (
        <Button aria-disabled={asked === 0} onClick={() => goOn(other.onChosen)}>
          {other.verb}
        </Button>
      ) : null}
      {fictional ? (
        <p className="small soft">The demo borough is fictional, and so is what lies in its streets.</p>
      ) : null}
    </div>
  );
}

const WAYS: readonly { readonly value: ReachingBy; readonly label: string }[] = [
  { value: 'ward', label: 'Ward' },
  { value: 'cluster', label: 'Cluster' },
  { value: 'shape', label: 'Shape' },
  { value: 'list', label: 'List' },
];
