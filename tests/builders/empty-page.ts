import { cleanup } from '@testing-library/react';
import { afterAll } from 'vitest';

// Set-up of every file of components: files share one page, and each leaves it as it found it.
afterAll(() => {
  cleanup();
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
  for (const name of ['clientHeight', 'clientWidth', 'scrollIntoView', 'scrollTo'])
    Reflect.deleteProperty(HTMLElement.prototype, name);
  for (const name of ['showModal', 'close']) Reflect.deleteProperty(HTMLDialogElement.prototype, name);
  Reflect.deleteProperty(globalThis, 'ResizeObserver');
});
