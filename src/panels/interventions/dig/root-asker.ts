import type { RootEdit, RootsAsked } from '../../../actions/edit-roots.ts';

/** A design or a plan as the parts see it that ask where fibre may come from. */
export interface RootAsker {
  readonly asked: RootsAsked;
  readonly ask: (edit: RootEdit) => void;
}
