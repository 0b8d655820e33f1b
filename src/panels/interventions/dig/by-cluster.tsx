import { useStore } from 'zustand';
import { chooseNextCluster } from '../../../actions/duel-to.ts';
import { findClusters } from '../../../actions/find-clusters.ts';
import { clusterOptions } from '../../../stores/derived/cluster-options.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { useApp, useView } from '../../app-provider.tsx';

/** Premises of a cluster of not-spots. */
export function ByCluster() {
  const context = useApp();
  const { answer, status, step, cancel, problem } = useStore(context.studies.clusters);
  const chosen = useView(({ interventions }) => interventions.next.cluster);
  if (status === 'working')
    return (
      <ProgressBar
        what={step?.what ?? 'Finding clusters'}
        fraction={step?.fraction ?? null}
        onCancel={cancel ?? undefined}
      />
    );
  if (!answer)
    return (
      <>
        {problem ? <p className="field-error">{problem}</p> : null}
        <Button onClick={() => void findClusters(context)}>Find the clusters</Button>
      </>
    );
  const options = clusterOptions(answer);
  if (options.length === 0)
    return <p className="soft">There are no clusters. Not-spots stand too far apart, or there are none.</p>;
  return (
    <Field label="Cluster" hint="Of not-spots that lie together, the largest first.">
      {(ids) => (
        <select
          {...ids}
          className="control"
          value={chosen?.id ?? ''}
          onChange={(event) => chooseNextCluster(context, event.target.value)}
        >
          <option value="">Choose a cluster</option>
          {chosen && options.every(({ id }) => id !== chosen.id) ? (
            <option value={chosen.id}>{chosen.name}</option>
          ) : null}
          {options.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
