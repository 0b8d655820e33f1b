import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSourcesLine } from '../../src/map/sources-line.ts';

describe('the sources on the map', () => {
  let measure: () => void = () => undefined;
  let lines = 1;
  beforeEach(() => {
    lines = 1;
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(seen: () => void) {
          measure = seen;
        }
        observe = () => undefined;
        disconnect = () => undefined;
      },
    );
    vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockImplementation(() => lines * 18);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockImplementation(() => Math.min(lines, 2) * 18);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  const more = (element: HTMLElement): HTMLButtonElement =>
    element.querySelector('button') ?? expect.fail('no button');

  it('offer no button while they fit two lines', () => {
    const line = createSourcesLine();
    line.setText('Contains OS data');
    expect(line.element.textContent).toContain('Contains OS data');
    expect(more(line.element).hidden).toBe(true);
  });

  it('open and close on a press where they do not, and the whole text is in the page all the while', () => {
    const line = createSourcesLine();
    line.setText('Contains OS data © Crown copyright');
    lines = 6;
    measure();
    const button = more(line.element);
    expect(button.hidden).toBe(false);
    expect(button.textContent).toBe('All sources');
    expect(line.element.textContent).toContain('Contains OS data © Crown copyright');
    button.click();
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(button.textContent).toBe('Fewer sources');
    lines = 1;
    measure();
    expect(button.hidden).toBe(false);
    button.click();
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(button.hidden).toBe(true);
  });

  it('close when they change', () => {
    const line = createSourcesLine();
    lines = 6;
    line.setText('one');
    more(line.element).click();
    line.setText('two');
    expect(more(line.element).getAttribute('aria-expanded')).toBe('false');
  });
});
