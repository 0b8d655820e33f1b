import './figures.css';
import { useState } from 'react';
import type { Source } from '../../domain/project/figure.ts';
import { readSourceDraft, sourceDraft } from '../../stores/derived/source-draft.ts';
import { sourceText } from '../../stores/derived/source-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { SourceInputs } from '../source-inputs.tsx';
import { SourceLine } from '../source-line.tsx';

export interface FigureSourceProps {
  /** Of what. */
  readonly label: string;
  readonly source: Source | null;
  /** Whether the figure had a source when the form began: changing it took that away. */
  readonly wasSourced: boolean;
  readonly onChange: (source: Source | null) => void;
}

/** Where a figure is from, or that it is assumed; and a few fields to say so. */
export function FigureSource({ label, source, wasSourced, onChange }: FigureSourceProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="figure-source small">
      <p>
        {source ? (
          <SourceLine source={sourceText(source)} />
        ) : (
          <>
            <Badge kind="assumed">assumed</Badge>{' '}
            <span className="soft">
              {wasSourced ? 'The source spoke of the figure before.' : 'Nobody sourced it.'}
            </span>
          </>
        )}
      </p>
      <Disclosure
        summary={
          <>
            {source ? 'Change the source' : 'Say where it is from'}
            <span className="unseen">: {label}</span>
          </>
        }
        open={open}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        {open ? <SourceForm source={source} onChange={onChange} /> : null}
      </Disclosure>
    </div>
  );
}

function SourceForm({ source, onChange }: Pick<FigureSourceProps, 'source' | 'onChange'>) {
  const [draft, setDraft] = useState(() => sourceDraft(source));
  const { source: read, problems } = readSourceDraft(draft);
  return (
    <div className="stack">
      <SourceInputs
        fields={FIELDS}
        draft={draft}
        problems={problems}
        onWrite={(name, text) => {
          const next = { ...draft, [name]: text };
          setDraft(next);
          const told = readSourceDraft(next).source;
          if (told) onChange(told);
        }}
      />
      {read ? (
        <Button
          kind="quiet"
          onClick={() => {
            setDraft(sourceDraft(null));
            onChange(null);
          }}
        >
          Take the source away: assumed
        </Button>
      ) : null}
    </div>
  );
}

const FIELDS = [
  { name: 'title', label: 'Title of the source', hint: 'Data sheet, licence, measurement' },
  { name: 'publisher', label: 'Publisher' },
  { name: 'date', label: 'Date', hint: 'Year-month-day; a part of it will do' },
  { name: 'url', label: 'Link' },
] as const;
