import { useEffect, useState } from 'react';
import { lookAtCoordinates, setCoordinates, showCoordinates } from '../../actions/set-coordinates.ts';
import type { CoordinateChoice } from '../../domain/geo/coordinate-choice.ts';
import type { CoordinatesView } from '../../domain/project/coordinates-view.ts';
import type { DatasetRecord } from '../../domain/project/project.ts';
import { COORDINATE_OPTIONS, coordinatesLine, nowhereText } from '../../stores/derived/coordinates-text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useApp } from '../app-provider.tsx';

export interface CoordinatesControlProps {
  readonly dataset: DatasetRecord;
}

/**
 * How a file's coordinates are read, what else they may be, and its places on the map before and after. Shows nothing for
 * a file without coordinates.
 */
export function CoordinatesControl({ dataset }: CoordinatesControlProps) {
  const context = useApp();
  const [view, setView] = useState<CoordinatesView | null>(null);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    lookAtCoordinates(context, dataset).then(
      (found) => wanted && setView(found),
      // A worker that stopped knows nothing of the file: the panel says so elsewhere.
      () => wanted && setView(null),
    );
    return () => {
      wanted = false;
    };
  }, [context, dataset]);
  if (!view) return null;
  const choose = (value: string): void => {
    const choice = COORDINATE_OPTIONS.find((option) => option.choice === value)?.choice ?? undefined;
    setCoordinates(context, dataset.contentId, choice as CoordinateChoice | undefined).then(
      () => {
        setProblem(null);
        setSaid('');
      },
      (error: unknown) =>
        setProblem(`That could not be changed: ${error instanceof Error ? error.message : String(error)}`),
    );
  };
  const show = (when: 'before' | 'after'): void => {
    showCoordinates(context, dataset.fileName, view, when);
    setSaid(nowhereText(view, when) ?? `Marked on the map, ${when === 'before' ? 'as written' : 'as read'}.`);
  };
  return (
    <div className="coordinates">
      <Field
        label="Coordinates"
        hint={<span className="anywhere">{coordinatesLine(view)}</span>}
        error={problem}
      >
        {(ids) => (
          <select
            {...ids}
            className="control"
            value={dataset.coordinates ?? ''}
            onChange={(event) => choose(event.target.value)}
          >
            {COORDINATE_OPTIONS.map(({ choice, label }) => (
              <option key={choice ?? ''} value={choice ?? ''}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p className="coordinates-shown">
        <Button kind="quiet" onClick={() => show('before')}>
          Show as written<span className="unseen">: {dataset.fileName}</span>
        </Button>{' '}
        <Button kind="quiet" onClick={() => show('after')}>
          Show as read<span className="unseen">: {dataset.fileName}</span>
        </Button>
      </p>
      <p className="small soft anywhere" role="status">
        {said}
      </p>
    </div>
  );
}
