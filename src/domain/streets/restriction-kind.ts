/** What can restrict works in a street, as files say it. */
export const RESTRICTION_KINDS = [
  'section 58',
  'traffic-sensitive',
  'lane rental',
  'conservation area',
  'permit',
  'wayleave',
  'tram',
  'level crossing',
  'bridge',
] as const;

export type RestrictionKind = (typeof RESTRICTION_KINDS)[number];

/**
 * The kind that a cell says, in any case and with whatever stands between words ("Section_58", "s58", "traffic sensitive",
 * "protected until …"); null where it says none that is known.
 */
export function restrictionKind(text: string): RestrictionKind | null {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
  return WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

const WORDS: readonly (readonly [RegExp, RestrictionKind])[] = [
  [
    /\bs(?:ec(?:tion)?)?\.? ?58\b|\bsection58\b|recent works|works protection|\bprotected street/,
    'section 58',
  ],
  [/traffic ?sensitive/, 'traffic-sensitive'],
  [/lane ?rental/, 'lane rental'],
  [/conservation area/, 'conservation area'],
  [/\bpermit/, 'permit'],
  [/wayleave|private street|unadopted/, 'wayleave'],
  [/\btram/, 'tram'],
  [/level ?crossing/, 'level crossing'],
  [/bridge|special engineering difficulty/, 'bridge'],
];
