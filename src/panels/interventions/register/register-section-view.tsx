import { memo } from 'react';
import type { RegisterLine, RegisterSection } from '../../../stores/derived/register-section.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { SourceLine } from '../../source-line.tsx';

export interface RegisterSectionViewProps {
  readonly section: RegisterSection;
  readonly onEdit: (key: string) => void;
}

/** Drawn anew only where its figures change: there may be thousands beside them. */
export const RegisterSectionView = memo(SectionView);

/** Figures that stand together: what each means, its range, and where it is from or that it is assumed. */
function SectionView({ section: { key, title, lines }, onEdit }: RegisterSectionViewProps) {
  return (
    <section className="register-section" aria-labelledby={`section-${key}`}>
      <div className="register-head">
        <h4 id={`section-${key}`} className="anywhere">
          {title}
        </h4>
        <Button kind="quiet" id={`edit-${key}`} onClick={() => onEdit(key)}>
          Edit<span className="unseen">: {title}</span>
        </Button>
      </div>
      <ul className="register-lines">
        {lines.map((line) => (
          <Line key={line.key} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line: { label, meaning, value, range, standing, source } }: { readonly line: RegisterLine }) {
  return (
    <li>
      <p className="register-figure">
        <span className="register-label anywhere">{label}</span>
        <span className="number">
          <strong>{value}</strong>
          {range ? <span className="register-range">{range}</span> : null}
        </span>
      </p>
      <p className="small soft">{meaning}</p>
      <p className="small">
        {standing === 'assumed' ? <Badge kind="assumed">assumed</Badge> : null}
        {standing === 'chosen' ? <Badge>chosen</Badge> : null}
        {standing === 'not known' ? <Badge>not known</Badge> : null}
        {source ? (
          <>
            {standing === 'sourced' ? null : ' '}
            <SourceLine source={source} />
          </>
        ) : null}
      </p>
    </li>
  );
}
