/** A number of a rating column and what it stands for: 0 none, 3 limited, 4 likely. */
export interface CodeMeaning {
  readonly code: number;
  readonly meaning: string;
}
