import { useEffect, useState } from 'react';
import { takeFiles } from '../actions/take-files.ts';
import { useApp } from '../panels/app-provider.tsx';

/** The whole window takes dropped files; while some hang over it, a frame says so. */
export function DropAnywhere() {
  const context = useApp();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      void takeFiles(context, [...(event.dataTransfer?.files ?? [])]);
    };
    addEventListener('dragover', onOver);
    addEventListener('dragleave', onLeave);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragover', onOver);
      removeEventListener('dragleave', onLeave);
      removeEventListener('drop', onDrop);
    };
  }, [context]);
  return over ? (
    <div className="drop-over">Drop the files: they are read in this browser and go nowhere else</div>
  ) : null;
}
