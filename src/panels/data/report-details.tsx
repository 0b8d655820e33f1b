import type { FileReport } from '../../domain/tables/file-report.ts';
import { reportText } from '../../stores/derived/file-lines.ts';
import { Badge } from '../../ui/badge.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';

/** Rows read, used, repaired and left out, and each kind of trouble with its code and examples. */
export function ReportDetails({
  report,
  open = false,
}: {
  readonly report: FileReport;
  readonly open?: boolean;
}) {
  const text = reportText(report);
  const list = (
    <ul className="issues">
      {text.issues.map(({ issue, outcome, concerned }) => (
        <li key={`${issue.code} ${issue.outcome}`} className="anywhere">
          <Badge kind={issue.outcome === 'refused' ? 'refused' : 'plain'}>{outcome}</Badge>{' '}
          {concerned ? <span className="number">{concerned} </span> : null}
          {issue.message} <code className="issue-code">{issue.code}</code>
          {issue.examples.length > 0 ? (
            <span className="small soft"> For example {issue.examples.join('; ')}.</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
  return (
    <div className="report">
      <p className="small">
        <span className="number-wrap">{text.rows}</span> <span className="soft">({text.size})</span>
      </p>
      {text.issues.length === 0 ? <p className="small soft">Nothing to repair.</p> : null}
      {text.issues.length > 0 && open ? list : null}
      {text.issues.length > 0 && !open ? (
        <Disclosure summary={`What was noticed (${text.issues.length})`}>{list}</Disclosure>
      ) : null}
    </div>
  );
}
