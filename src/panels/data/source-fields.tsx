import { useState } from 'react';
import { setSource } from '../../actions/set-source.ts';
import type { DatasetRecord } from '../../domain/project/project.ts';
import type { SourceProblems } from '../../domain/project/source-problems.ts';
import { sourceText } from '../../stores/derived/source-text.ts';
import { Button } from '../../ui/button.tsx';
import { useApp } from '../app-provider.tsx';
import { SourceInputs } from '../source-inputs.tsx';
import { SourceLine } from '../source-line.tsx';

/** Where a file comes from: title, publisher, date, licence, link and the words its licence asks for. */
export function SourceFields({ dataset }: { readonly dataset: DatasetRecord }) {
  const context = useApp();
  const { source, contentId } = dataset;
  const [draft, setDraft] = useState<Record<Named, string>>({
    title: source.title,
    publisher: source.publisher ?? '',
    date: source.date ?? '',
    licence: source.licence ?? '',
    url: source.url ?? '',
    attribution: source.attribution ?? '',
  });
  const [problems, setProblems] = useState<SourceProblems>({});
  const save = (): void => {
    const { attribution, ...rest } = source;
    const told = (text: string): string | null => text.trim() || null;
    setProblems(
      setSource(context, contentId, {
        ...rest,
        title: draft.title.trim(),
        publisher: told(draft.publisher),
        date: told(draft.date),
        licence: told(draft.licence),
        url: told(draft.url),
        ...(draft.attribution.trim() ? { attribution: draft.attribution.trim() } : {}),
      }),
    );
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p className="small">
        <SourceLine source={sourceText(source)} />
      </p>
      <SourceInputs
        fields={FIELDS}
        draft={draft}
        problems={problems}
        onWrite={(name, text) => setDraft({ ...draft, [name]: text })}
      />
      <Button type="submit">
        Save this source<span className="unseen"> of {dataset.fileName}</span>
      </Button>
    </form>
  );
}

type Named = 'title' | 'publisher' | 'date' | 'licence' | 'url' | 'attribution';

const FIELDS: readonly { readonly name: Named; readonly label: string; readonly hint?: string }[] = [
  { name: 'title', label: 'Title' },
  { name: 'publisher', label: 'Publisher' },
  { name: 'date', label: 'Date', hint: 'Year-month-day, such as 2025-07-31; a part of it will do' },
  { name: 'licence', label: 'Licence' },
  { name: 'url', label: 'Link' },
  { name: 'attribution', label: 'Attribution', hint: 'The words the licence asks to be shown' },
];
