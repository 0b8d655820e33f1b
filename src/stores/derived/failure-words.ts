/** Why something could not be done in the browser's store, and what to do, in sentences. */
export function failureWords(error: unknown): string {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  return name === 'QuotaExceededError'
    ? 'This browser is full. Delete projects you no longer need, or save to a file, then try again.'
    : `The browser says: ${message} Try again; if it goes on, reload this tab.`;
}
