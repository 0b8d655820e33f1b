/** A text in which no line ends between a number and its "%". */
export function unbroken(text: string): string {
  return text.replaceAll(' %', '\u00a0%');
}
