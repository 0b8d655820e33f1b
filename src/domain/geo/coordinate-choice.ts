/** A way in which a person can say that a file's coordinates are to be read. */
export type CoordinateChoice =
  | 'degrees'
  | 'degrees-swapped'
  | 'british'
  | 'british-swapped'
  | 'irish'
  | 'irish-transverse'
  | 'web-mercator'
  | 'british-feet';

/** All choices, the commonest first. */
export const COORDINATE_CHOICES: readonly CoordinateChoice[] = [
  'degrees',
  'degrees-swapped',
  'british',
  'british-swapped',
  'irish',
  'irish-transverse',
  'web-mercator',
  'british-feet',
];

/** Names a content in the reading that a person chose; the content's own id where nobody has. */
export function contentAsRead(dataset: {
  readonly contentId: string;
  readonly coordinates?: CoordinateChoice;
}): string {
  return dataset.coordinates ? `${dataset.contentId}${MARK}${dataset.coordinates}` : dataset.contentId;
}

/** The content and the choice that `contentAsRead` put together. */
export function splitContentAsRead(name: string): { contentId: string; coordinates?: CoordinateChoice } {
  const at = name.lastIndexOf(MARK);
  const coordinates = COORDINATE_CHOICES.find((choice) => choice === name.slice(at + 1));
  return at < 0 || !coordinates ? { contentId: name } : { contentId: name.slice(0, at), coordinates };
}

const MARK = '~';
