import { type ReactNode, type Ref, useEffect, useState } from 'react';
import { chooseFound } from '../../actions/find-choose.ts';
import { findLines } from '../../stores/derived/find-lines.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useApp } from '../app-provider.tsx';
import { useFind } from './use-find.ts';

export interface FindBoxProps {
  readonly label: string;
  readonly labelUnseen?: boolean;
  readonly hint?: ReactNode;
  readonly placeholder?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly shortcut?: string;
  /** Something was chosen and is now shown. */
  readonly onChosen?: () => void;
  /** Escape in the empty field. */
  readonly onLeave?: () => void;
}

/** Finds wards, postcodes, premises, addresses and places in the loaded data, and goes there. */
export function FindBox({ onChosen, onLeave, ...field }: FindBoxProps) {
  const context = useApp();
  const { query, setQuery, answer, step, failed, warm } = useFind();
  const [wanted, setWanted] = useState<string | null>(null);
  const lines = answer === undefined ? null : findLines(answer);
  const choose = (option: number): void => {
    const found = answer?.results[option];
    if (!found) return;
    setWanted(null);
    setQuery('');
    chooseFound(context, found);
    onChosen?.();
    // The field may be hidden now. A verdict or a list of marks then takes the focus on from the panel.
    if (found.wardCode !== null || found.rows.length === 0)
      document.getElementById('panel')?.focus({ preventScroll: true });
  };
  // Enter that came before its answer goes to the first result, unless that is only something near what was meant.
  const first = answer && answer.problem === '' && answer.results.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a wish is granted once.
  useEffect(() => {
    if (wanted === null || wanted !== query || answer === undefined) return;
    setWanted(null);
    if (first) choose(0);
  }, [wanted, query, answer]);
  const problem = failed || lines?.problem;
  const note = (
    <>
      {lines?.understood ? <p className="soft">{lines.understood}</p> : null}
      {problem ? <p className="find-problem">{problem}</p> : null}
      {step ? <ProgressBar what={step.what} fraction={step.fraction} /> : null}
    </>
  );
  return (
    <Combobox
      {...field}
      value={query}
      onChange={setQuery}
      options={lines?.lines ?? []}
      onChoose={choose}
      onEnter={() => setWanted(query)}
      onLeave={onLeave}
      onFocus={warm}
      note={lines?.understood || problem || step ? note : null}
      foot={lines?.more}
      said={failed || (lines?.said ?? '')}
    />
  );
}
