import type { ReactNode } from 'react';
import type { ExplanationText, PublishedText } from '../../stores/derived/explanation-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { SourceLine } from '../source-line.tsx';
import { CountFingerprints } from './count-fingerprints.tsx';
import { FigureCheck } from './figure-check.tsx';
import { FigureRowsSection } from './figure-rows-section.tsx';
import './explain.css';

export interface FigureAnswerProps {
  readonly text: ExplanationText;
  /** Level of its headings: one below what it stands under. */
  readonly level?: 2 | 3;
}

/** What a sceptic asks of a number, one heading a question. */
export function FigureAnswer({ text, level = 3 }: FigureAnswerProps) {
  return (
    <div className="answer explanation">
      <p className="answer-figure">
        <strong className="answer-number number">{text.value}</strong> <span>{text.of}</span>
        {text.range ? <span className="soft">, {text.range}</span> : null}
      </p>
      <Part level={level} title="What is counted?">
        <p>{text.definition}</p>
      </Part>
      <Part level={level} title="How is it worked out?">
        <ul className="answer-formulas">
          {text.formulas.map(({ result, working, note }) => (
            <li key={working}>
              <span className="answer-result">{result}</span> = {working}
              {note ? <span className="soft"> {note}</span> : null}
            </li>
          ))}
        </ul>
        {text.band.length > 0 ? (
          <dl className="answer-band">
            {text.band.map(({ name, value, how }) => (
              <div key={name}>
                <dt>
                  {name} <span className="number">{value}</span>
                </dt>
                <dd>{how}</dd>
              </div>
            ))}
          </dl>
        ) : null}
      </Part>
      <Part level={level} title="Which rows?">
        <p>{text.rows}</p>
        {text.rowsOf ? <FigureRowsSection question={text.rowsOf} title={text.title} /> : null}
      </Part>
      <Part level={level} title="Who says so, and how old is it?">
        <p>{text.dates}</p>
        <ul className="answer-sources">
          {text.sources.map(({ gave, source, joined }) => (
            <li key={`${gave} ${source.title} ${source.details}`}>
              {source.title.startsWith(gave) ? null : <span className="answer-gave">{gave}: </span>}
              <SourceLine source={source} />
              {joined ? <span className="soft anywhere"> {joined}</span> : null}
            </li>
          ))}
        </ul>
        <CountFingerprints />
      </Part>
      <Part level={level} title="What is assumed?">
        <p>{text.assumedWords}</p>
        <ul className="plain-list">
          {text.assumptions.map((assumption) => (
            <li key={assumption.text} className="anywhere">
              {assumption.source ? null : <Badge kind="assumed">assumed</Badge>} {assumption.text}
              {assumption.source ? <span className="soft"> ({assumption.source})</span> : null}
            </li>
          ))}
        </ul>
      </Part>
      {text.notKnown.length > 0 ? (
        <Part level={level} title="What is not known?">
          <ul className="plain-list">
            {text.notKnown.map((line) => (
              <li key={line} className="anywhere">
                {line}
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {text.published ? <PublishedPart level={level} published={text.published} /> : null}
      <Part level={level} title="Is it right?">
        {text.checkedHow ? <p>{text.checkedHow}</p> : <FigureCheck text={text} />}
      </Part>
      <Part level={level} title="Where is it computed?">
        <ul className="answer-files">
          {text.computedIn.map(({ path, does }) => (
            <li key={path}>
              <code className="anywhere">{path}</code> <span className="soft">{does}</span>
            </li>
          ))}
        </ul>
      </Part>
    </div>
  );
}

interface PartProps {
  readonly level: 2 | 3;
  readonly title: string;
  readonly children: ReactNode;
}

function Part({ level, title, children }: PartProps) {
  const Heading = `h${level}` as const;
  return (
    <section className="answer-part">
      <Heading>{title}</Heading>
      {children}
    </section>
  );
}

function PublishedPart({ level, published }: { readonly level: 2 | 3; readonly published: PublishedText }) {
  return (
    <Part level={level} title="What was published?">
      <dl className="facts">
        <dt>Counted here</dt>
        <dd className="number">{published.ours}</dd>
        <dt>Published</dt>
        <dd>
          <span className="number">{published.theirs}</span> <SourceLine source={published.source} />
        </dd>
        <dt>Difference</dt>
        <dd className="number">{published.difference}</dd>
      </dl>
      <ul className="plain-list">
        {published.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Part>
  );
}
