import { DIG_PLACE_LOOKS } from '../../stores/derived/dig-looks.ts';
import type { DigPicture } from '../../stores/derived/dig-picture.ts';
import { LookSwatch } from '../rooftops/look-swatch.tsx';

/** The lines of a picture's key for where fibre comes from and who is missed: those that it shows. */
export function PrintedPlaces({ picture }: { readonly picture: Pick<DigPicture, 'roots' | 'missed'> }) {
  const shown = [
    picture.roots.length > 0 ? DIG_PLACE_LOOKS['root-used'] : null,
    picture.missed.length > 0 ? DIG_PLACE_LOOKS.missed : null,
  ];
  return shown.map((look) =>
    look ? (
      <li key={look.label}>
        <LookSwatch look={look} /> {look.label}
      </li>
    ) : null,
  );
}
