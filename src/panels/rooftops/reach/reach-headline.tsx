import type { ReachAnswer } from '../../../domain/radio/reach-answer.ts';
import { reachSummary } from '../../../stores/derived/reach-summary.ts';
import { ProportionBar } from '../../../ui/proportion-bar.tsx';
import { LookSwatch } from '../look-swatch.tsx';

/** How many premises are served and newly served, and all of them by quality. */
export function ReachHeadline({
  reach,
  isCurrent,
}: {
  readonly reach: ReachAnswer;
  readonly isCurrent: boolean;
}) {
  const { number, rest, newly, lines, qualities } = reachSummary(reach);
  return (
    <section className="headline" aria-labelledby="reach-headline" aria-busy={!isCurrent}>
      <p className="headline-text" id="reach-headline">
        <strong className="headline-number">{number}</strong> <span className="headline-rest">{rest}</span>
      </p>
      <p>{newly}</p>
      <ul className="quality-list" aria-label="Premises by quality">
        {qualities.map(({ quality, look, label, meaning, value, percent, share, notSpots }) => (
          <li key={quality} title={meaning}>
            <LookSwatch look={look} />
            <span className="quality-name">
              {label}
              <span className="unseen">: {meaning}</span>
            </span>
            <span className="number">
              {value} <span className="soft">({percent})</span>
            </span>
            <ProportionBar height={6} parts={[{ key: 'n', share, pattern: 'solid', token: look.token }]} />
            {notSpots ? <span className="small soft quality-spots">{notSpots}</span> : null}
          </li>
        ))}
      </ul>
      {lines.map((line) => (
        <p key={line} className="headline-note small">
          {line}
        </p>
      ))}
      {reach.notes.length > 0 ? (
        <ul className="notes small soft">
          {reach.notes.map((note) => (
            <li key={note} className="anywhere">
              {note}
            </li>
          ))}
        </ul>
      ) : null}
      {isCurrent ? null : <p className="headline-note">This is the reach found before.</p>}
    </section>
  );
}
