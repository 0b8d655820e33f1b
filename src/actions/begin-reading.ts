import type { AppContext } from './app-context.ts';

/** Shows that files are being read, and gives what a cancel aborts. */
export function beginReading(context: AppContext): AbortController {
  const abort = new AbortController();
  context.imports.setState({
    status: 'reading',
    files: [],
    problem: null,
    step: null,
    cancel: () => abort.abort(),
  });
  return abort;
}
