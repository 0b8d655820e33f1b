import { useState } from 'react';
import type { ConsentLine } from '../../../stores/derived/consent-lines.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { SourceLine } from '../../source-line.tsx';
import { ConsentOverrideForm } from './consent-override-form.tsx';

/** One consent: its verdict and why; opened, the rule with its source, and the form to say otherwise. */
export function ConsentItem({ siteId, line }: { readonly siteId: string; readonly line: ConsentLine }) {
  const [open, setOpen] = useState(false);
  const { applies, override } = line;
  return (
    <li className="consent">
      <p className="consent-head">
        <span className={`consent-mark consent-${applies.replace(' ', '-')}`}>
          <Icon name={ICONS[applies]} size={18} />
        </span>
        <span className="consent-title">{line.title}</span>
        <strong className="small">{line.verdict}</strong>
      </p>
      <p className="small soft">{line.why}</p>
      {override ? (
        <p className="small anywhere">
          <Badge>overridden</Badge> {override.reason}{' '}
          <span className="soft">By the rule: {line.byRule}.</span>
        </p>
      ) : null}
      <Disclosure
        className="small"
        summary={
          <>
            The rule, and to say otherwise<span className="unseen">: {line.title}</span>
          </>
        }
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        {open ? (
          <>
            <dl className="facts">
              <dt>Rule</dt>
              <dd>{line.says}</dd>
              <dt>Source</dt>
              <dd>
                {line.source ? <SourceLine source={line.source} /> : <Badge kind="assumed">assumed</Badge>}
              </dd>
              <dt>Date of the rule</dt>
              <dd>{line.ruleDate}</dd>
              {line.assumed ? (
                <>
                  <dt>Not sourced</dt>
                  <dd>
                    <Badge kind="assumed">assumed</Badge> {line.assumed}
                  </dd>
                </>
              ) : null}
              <dt>Who can lift it</dt>
              <dd>{line.owner}</dd>
            </dl>
            <ConsentOverrideForm siteId={siteId} line={line} />
          </>
        ) : null}
      </Disclosure>
    </li>
  );
}

const ICONS: Readonly<Record<ConsentLine['applies'], IconName>> = {
  yes: 'warning',
  no: 'done',
  'not known': 'question',
};
