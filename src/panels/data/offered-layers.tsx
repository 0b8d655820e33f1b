import { addOfferedLayer } from '../../actions/edit-layer.ts';
import type { LayerRecord } from '../../domain/coverage/layer.ts';
import type { DatasetRecord } from '../../domain/project/project.ts';
import { offeredLines } from '../../stores/derived/layer-choices.ts';
import { Button } from '../../ui/button.tsx';
import { useApp } from '../app-provider.tsx';

export interface OfferedLayersProps {
  readonly dataset: DatasetRecord;
  readonly layers: readonly LayerRecord[];
}

/** Columns of a file that are no coverage of premises today, with what they are: a layer only where somebody asks. */
export function OfferedLayers({ dataset, layers }: OfferedLayersProps) {
  const context = useApp();
  const lines = offeredLines(dataset, layers);
  if (lines.length === 0) return null;
  return (
    <section>
      <h4>Not counted unless you ask</h4>
      <ul className="plain-list">
        {lines.map(({ layerId, name, meaning }) => (
          <li key={layerId} className="stack">
            <span className="anywhere">
              {name}. <span className="small soft">{meaning}</span>
            </span>
            <Button kind="quiet" onClick={() => addOfferedLayer(context, dataset.contentId, layerId)}>
              Make it a layer<span className="unseen">: {name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
