import { screen } from '@testing-library/react';

/** Presses a button that asks for a file, and gives it this one, as the browser's own dialog would. */
export function chooseFile(button: string, file: File): void {
  const create = document.createElement.bind(document);
  let input: HTMLInputElement | null = null;
  document.createElement = ((name: string) => {
    const element = create(name);
    if (name === 'input') input = element as HTMLInputElement;
    return element;
  }) as typeof document.createElement;
  screen.getByRole('button', { name: button }).click();
  document.createElement = create;
  const chosen = input as HTMLInputElement | null;
  if (!chosen) throw new Error(`${button} asks for no file.`);
  Object.defineProperty(chosen, 'files', { value: [file] });
  chosen.onchange?.(new Event('change'));
}
