import { sizeWords } from './size-words.ts';

/** What became of saving to a file: its name and size, why there is none, or that the person stopped it. */
export type FileOutcome =
  | {
      readonly state: 'saved';
      readonly fileName: string;
      readonly bytes: number;
      /** False where the browser was handed the file and does not tell whether it wrote it. */
      readonly isCertain: boolean;
      /** Changes came while it was written: the file holds the work without them. */
      readonly isBehind: boolean;
    }
  /** `problem`: what happened and what to do, in sentences. */
  | { readonly state: 'failed'; readonly problem: string }
  | { readonly state: 'cancelled' };

/** What is said of it. */
export function fileOutcomeWords(outcome: FileOutcome): {
  readonly kind: 'done' | 'warning' | 'problem';
  readonly title: string;
  readonly more: string;
} {
  switch (outcome.state) {
    case 'saved': {
      const size = sizeWords(outcome.bytes);
      const behind = outcome.isBehind
        ? ' You changed something while it was written: save again to have it.'
        : '';
      return outcome.isCertain
        ? {
            kind: 'done',
            title: `Saved to ${outcome.fileName}`,
            more: `${size}, checked and closed.${behind}`,
          }
        : {
            kind: 'done',
            title: `Handed to your browser as ${outcome.fileName}`,
            more: `${size}. Look for it among your downloads: a browser does not tell whether it could write a file.${behind}`,
          };
    }
    case 'failed':
      return {
        kind: 'problem',
        title: 'Not saved to a file',
        more: `${outcome.problem} Earlier files are as they were.`,
      };
    case 'cancelled':
      return {
        kind: 'warning',
        title: 'Not saved to a file',
        more: 'It was stopped, and nothing was written. Earlier files are as they were.',
      };
  }
}
