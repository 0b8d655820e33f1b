import { afterAll } from 'vitest';

// Set-up of files that share a process: one that leaves a global replaced would change what the next one tests.
const NAMES = [
  ...['document', 'window', 'navigator', 'location', 'localStorage', 'sessionStorage', 'indexedDB', 'caches'],
  ...['BroadcastChannel', 'Worker', 'MessageChannel', 'fetch', 'crypto', 'Date', 'performance'],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'queueMicrotask', 'File', 'Blob', 'URL'],
];
const before = NAMES.map(globalCalled);

afterAll(() => {
  const changed = NAMES.filter((name, i) => globalCalled(name) !== before[i]);
  if (changed.length > 0)
    throw new Error(
      `This file leaves ${changed.join(', ')} replaced. Put it back, or let vite.config.ts give the file a process of its own.`,
    );
});

function globalCalled(name: string): unknown {
  return Reflect.get(globalThis, name);
}
