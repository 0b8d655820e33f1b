import { metresOf } from './dig-headline.ts';
import type { DigRoot } from './dig-roots.ts';

/** "cabinet, 420 m away; Openway" of a fibre point: kind, how far it is, who owns it. */
export function rootWords({ point, metres, from }: DigRoot): string {
  const place =
    from === 'own'
      ? 'placed by you'
      : from === 'moved'
        ? 'moved by you'
        : metres === null
          ? ''
          : `${metresOf(metres)} away`;
  const owner = point.owner ?? (from === 'own' ? '' : 'owner not known');
  return [[point.kind, place].filter(Boolean).join(', '), owner].filter(Boolean).join('; ');
}
