/** A text with its first letter small, to stand within a sentence: "no answer" of "No answer". */
export function uncapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
