/** What was shown and need not be shown again, kept by the browser where it lets us; else for this visit. */
export const rememberOnce = {
  has(name: string): boolean {
    return kept().includes(name);
  },
  add(name: string): void {
    const names = [...new Set([...kept(), name])];
    visit = names;
    try {
      localStorage.setItem(KEY, names.join(' '));
    } catch {
      // Storage is switched off: it is remembered for this visit.
    }
  },
};

const KEY = 'notspot-seen';
let visit: readonly string[] = [];

function kept(): readonly string[] {
  try {
    return [...visit, ...(localStorage.getItem(KEY) ?? '').split(' ')];
  } catch {
    return visit;
  }
}
