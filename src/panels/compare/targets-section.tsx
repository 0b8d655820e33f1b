import type { Comparison } from '../../domain/compare/comparison.ts';
import { type TargetLine, targetLines } from '../../stores/derived/compare-targets.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SourceLine } from '../source-line.tsx';
import { TargetBar } from './target-bar.tsx';

/** The authority against the dated aims of public policy. */
export function TargetsSection({
  comparison,
  asOf,
}: {
  readonly comparison: Comparison;
  readonly asOf: string;
}) {
  const lines = targetLines(comparison, asOf);
  const tracked = lines.filter((line) => line.counted || line.published);
  const others = lines.filter((line) => !line.counted && !line.published);
  return (
    <section className="panel-section" aria-labelledby="targets-title">
      <h2 id="targets-title">Against the targets</h2>
      {tracked.length === 0 ? (
        <p className="soft">
          Nothing is counted or published here that a target speaks of. Drop in coverage of gigabit or 5G.
        </p>
      ) : null}
      <ul className="targets">
        {tracked.map((line) => (
          <TargetItem key={line.id} line={line} />
        ))}
      </ul>
      {others.length > 0 ? (
        <Disclosure
          className="small"
          summary={`${others.length} more ${others.length === 1 ? 'target' : 'targets'} without coverage here`}
        >
          <ul className="targets">
            {others.map((line) => (
              <TargetItem key={line.id} line={line} />
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </section>
  );
}

const STATUS = {
  reached: { icon: 'done', words: 'Reached' },
  short: { icon: 'close', words: 'Not reached' },
  open: { icon: 'question', words: 'Cannot be told' },
} as const;

function TargetItem({ line }: { readonly line: TargetLine }) {
  return (
    <li>
      <h3>{line.name}</h3>
      <p className="small soft">
        By {line.by}. {line.time}
      </p>
      {line.counted ? (
        <>
          <p className={`target-status target-${line.counted.status}`}>
            <Icon name={STATUS[line.counted.status].icon} size={18} /> {line.counted.words}
          </p>
          <TargetBar technology={line.technology} {...line.counted.bar} mark={line.mark} />
          <p className="small">Counted: {line.counted.share}.</p>
          {line.counted.companies ? <p className="small">{line.counted.companies}</p> : null}
        </>
      ) : (
        <p className="small soft">{line.missing}</p>
      )}
      {line.published ? (
        <p className="small">
          Published: {line.published.share}. {line.published.words}
        </p>
      ) : null}
      <Disclosure className="small" summary="Whose aim, and what to check">
        <ul className="plain-list">
          {line.caveats.map((text) => (
            <li key={text}>{text}</li>
          ))}
          <li>
            <SourceLine source={line.source} />
          </li>
        </ul>
      </Disclosure>
    </li>
  );
}
