/** Why something could not be done in the browser's store, and what to do, in sentences. */
export function failureWords(error: unknown): string {
  // Not every DOMException is an Error.
  const isError = error instanceof Error || error instanceof DOMException;
  const { name, message } = isError ? error : { name: '', message: String(error) };
  return name === 'QuotaExceededError'
    ? 'This browser is full. Delete projects you no longer need, or save to a file, then try again.'
    : `The browser says: ${message} Try again; if it goes on, reload this tab.`;
}
