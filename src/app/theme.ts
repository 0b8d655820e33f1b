/** What the person chose; 'system' follows the computer. */
export type ThemeChoice = 'system' | 'light' | 'dark';

export const THEME_CHOICES: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** Sets `data-theme` on the page to light or dark from the choice kept, and keeps it right when the computer changes. */
export function followTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', () => paint(keptTheme()));
  paint(keptTheme());
}

export function keptTheme(): ThemeChoice {
  try {
    const kept = localStorage.getItem(KEY);
    return THEME_CHOICES.find((choice) => choice === kept) ?? 'system';
  } catch {
    return 'system';
  }
}

/** Takes a choice and keeps it where the browser lets us. */
export function chooseTheme(choice: ThemeChoice): void {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // Storage is switched off: the choice holds for this visit.
  }
  paint(choice);
}

const KEY = 'notspot-theme';

function paint(choice: ThemeChoice): void {
  const dark =
    choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}
