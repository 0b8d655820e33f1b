// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import { listenToShortcuts } from '../../src/app/keyboard-shortcuts.ts';
import { makeAppContext } from '../builders/app-context.ts';

let stop: () => void = () => undefined;
afterEach(() => stop());

function listening() {
  document.body.innerHTML = `<button>b</button><textarea></textarea><input id="t"><input id="c" type="checkbox">
    <div contenteditable="true"></div>`;
  const { context } = makeAppContext();
  stop = listenToShortcuts(context);
  for (const name of ['A', 'B'])
    context.project.getState().change(name, { kind: 'set-name', name, fictional: false });
  const press = (selector: string, init: KeyboardEventInit): string => {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
    document.querySelector(selector)?.dispatchEvent(event);
    return context.project.getState().project.name;
  };
  return press;
}

it('takes back and again with Control or Command', () => {
  const press = listening();
  expect(press('button', { key: 'z', ctrlKey: true })).toBe('A');
  expect(press('button', { key: 'Z', ctrlKey: true, shiftKey: true })).toBe('B');
  expect(press('#c', { key: 'z', metaKey: true })).toBe('A');
  expect(press('body', { key: 'y', ctrlKey: true })).toBe('B');
});

it('leaves text fields their own undo, and letters their meaning', () => {
  const press = listening();
  for (const field of ['textarea', '#t', '[contenteditable]'])
    for (const init of [{ key: 'z' }, { key: 'Z', shiftKey: true }, { key: 'y' }])
      expect(press(field, { ...init, ctrlKey: true })).toBe('B');
  expect(press('button', { key: 'z' })).toBe('B');
  expect(press('button', { key: 'z', ctrlKey: true, altKey: true })).toBe('B');
});
