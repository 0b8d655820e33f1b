import { afterAll, vi } from 'vitest';

// Set-up of every file that runs the app: a study that nobody waited for may still be fetching its code when the last test
// ends, and Vitest counts an import that outlives its file as an error.
afterAll(() => vi.dynamicImportSettled());
