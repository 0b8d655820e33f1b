/** A text at the start of a sentence, or within one, for panels. */
export { capitalised } from '../../domain/capitalised.ts';
export { uncapitalised } from '../../domain/uncapitalised.ts';
