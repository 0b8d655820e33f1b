import { useId } from 'react';
import { takeFiles } from '../../actions/take-files.ts';
import { Icon } from '../../ui/icon.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useApp, useImports } from '../app-provider.tsx';

/** Where files are dropped or chosen, several at once; while they are read, how far that is. */
export function DropZone() {
  const context = useApp();
  const { status, step, cancel } = useImports((state) => state);
  const id = useId();
  if (status === 'reading') {
    const place = step ? ` (file ${step.file} of ${step.files})` : '';
    return (
      <div className="drop-zone drop-zone-busy">
        <ProgressBar
          what={`${step?.what ?? 'Reading'}${place}`}
          fraction={step?.fraction ?? null}
          onCancel={cancel ?? undefined}
        />
      </div>
    );
  }
  return (
    <div className="drop-zone">
      <Icon name="upload" size={24} />
      <label htmlFor={id}>
        <span className="drop-zone-words">Drop files anywhere on this page, or choose them</span>
        <span className="small soft" id={`${id}-kinds`}>
          CSV, GeoJSON, Shapefile, GeoPackage, KML and more, zipped or not, several at once
        </span>
      </label>
      <input
        id={id}
        type="file"
        multiple
        aria-describedby={`${id}-kinds`}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void takeFiles(context, files);
        }}
      />
    </div>
  );
}
