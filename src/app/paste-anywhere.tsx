import { useEffect } from 'react';
import { takeFiles } from '../actions/take-files.ts';
import { useApp } from '../panels/app-provider.tsx';

/** Files, or the text of a table or of GeoJSON, pasted anywhere but into a field are read like dropped ones. */
export function PasteAnywhere() {
  const context = useApp();
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (event.target instanceof Element && event.target.closest('input, textarea, select')) return;
      const pasted = pastedFiles(event.clipboardData);
      if (pasted.length === 0) return;
      event.preventDefault();
      void takeFiles(context, pasted);
    };
    addEventListener('paste', onPaste);
    return () => removeEventListener('paste', onPaste);
  }, [context]);
  return null;
}

/** Text counts as a file where it has several lines or is JSON: a word pasted by mistake is none. */
function pastedFiles(data: DataTransfer | null): File[] {
  const files = [...(data?.files ?? [])];
  if (files.length > 0) return files;
  const text = data?.getData('text/plain') ?? '';
  const isJson = text.trimStart().startsWith('{');
  if (!isJson && text.trim().split(/\r?\n/).length < 2) return [];
  return [new File([text], isJson ? 'pasted.geojson' : 'pasted.csv')];
}
