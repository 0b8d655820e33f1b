import { memo } from 'react';
import type { ProfileColumn, ProfileRow } from '../../../stores/derived/link-view.ts';

export interface ProfileTableProps {
  readonly rows: readonly ProfileRow[];
  /** Distance that is pointed at, metres from the first end. */
  readonly hovered: number | null;
  readonly onHover: (metres: number | null) => void;
}

/** Places along the link: distance, heights, clearance. Pointing at one shows it on the map. */
export const ProfileTable = memo(function ProfileTable({ rows, hovered, onHover }: ProfileTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="chart-scroller" aria-label="Table of the link" tabIndex={0}>
      <table className="chart-table">
        <caption className="unseen">Places along the link, from its first end</caption>
        <thead>
          <tr>
            {COLUMNS.map(({ key, header }) => (
              <th scope="col" key={key}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onMouseLeave={() => onHover(null)}>
          {rows.map(({ key, place, cells }) => (
            <tr
              key={key}
              className={place.distanceMetres === hovered ? 'is-hovered' : undefined}
              onMouseEnter={() => onHover(place.distanceMetres)}
            >
              {COLUMNS.map((column, i) =>
                i === 0 ? (
                  <th scope="row" key={column.key}>
                    {cells[column.key]}
                  </th>
                ) : (
                  <td key={column.key}>{cells[column.key]}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});

const COLUMNS: readonly { readonly key: ProfileColumn; readonly header: string }[] = [
  { key: 'distance', header: 'Distance' },
  { key: 'ground', header: 'Ground' },
  { key: 'surface', header: 'Surface' },
  { key: 'line', header: 'Line of sight' },
  { key: 'clearance', header: 'Clearance' },
  { key: 'share', header: 'Of the first Fresnel zone' },
  { key: 'note', header: 'Note' },
];
