/** How many changes wait to be kept, in words within a sentence. */
export function unsavedChanges(waiting: number): string {
  return waiting === 1
    ? 'your last change'
    : waiting > 1
      ? `your last ${waiting} changes`
      : 'your last changes';
}
