/** A ward's change as a class of the map. */
export type ChangeStep = 'less-3' | 'less-2' | 'less-1' | 'same' | 'more-1' | 'more-2' | 'more-3';
