import type { BothCounts } from '../../stores/derived/before-after-text.ts';
import { changeDots, type SidesLegendEntry, sidesLegend } from '../../stores/derived/sides-legend.ts';
import type { SidesLook } from '../../stores/derived/sides-text.ts';
import { PatternSwatch } from '../../ui/pattern-swatch.tsx';

export interface SidesKeyProps {
  readonly counts: BothCounts;
  readonly look: SidesLook;
}

/** What the maps' colours and patterns mean, with how many wards and premises there are of each. */
export function SidesKey({ counts, look }: SidesKeyProps) {
  const isDifference = look === 'difference';
  return (
    <section className="panel-section" aria-labelledby="sides-key-title">
      <h2 id="sides-key-title">Map key</h2>
      <Group
        title={
          isDifference
            ? 'Wards: change, in percentage points of their premises'
            : 'Wards: not-spots as a share'
        }
        entries={sidesLegend(counts, look)}
      />
      {isDifference ? <Group title="Dots" entries={changeDots(counts)} /> : null}
    </section>
  );
}

function Group({
  title,
  entries,
}: {
  readonly title: string;
  readonly entries: readonly SidesLegendEntry[];
}) {
  return (
    <div className="legend-group">
      <h3>{title}</h3>
      <ul className="legend">
        {entries.map(({ id, label, note, pattern, token, hatchPixels, hasLines }) => (
          <li key={id}>
            <PatternSwatch pattern={pattern} token={token} hatchPixels={hatchPixels} hasLines={hasLines} />
            <span>{label}</span>
            <span className="soft number legend-note">{note}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
