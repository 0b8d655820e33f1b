import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { TroubleNotice } from '../../stores/derived/trouble-notice.ts';
import { troubleNotices } from '../../stores/derived/trouble-notices.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useApp, useProject } from '../app-provider.tsx';
import { useFocusPassedOn } from '../use-focus-passed-on.ts';
import { TroubleButton } from './trouble-button.tsx';
import './work.css';

/** What stands in the way of saving, and what is told once about the kept work: a strip under the bar on every page. */
export function KeepNotices() {
  const context = useApp();
  const state = useStore(context.keep);
  const refusals = useRefusals();
  const [closed, setClosed] = useState<readonly string[]>([]);
  const notices = troubleNotices(state, { refusals }).filter(({ id }) => !closed.includes(id));
  const close = ({ closes, id }: TroubleNotice): void => {
    if (closes === 'itself') setClosed([...closed, id]);
    else if (closes) context.keep.setState({ [closes]: null });
  };
  const isSavedAgain = useSavedAgain();
  return (
    <>
      <div className="unseen" role="status">
        {isSavedAgain ? 'Saving works again. Everything is saved in this browser.' : ''}
      </div>
      {notices.length > 0 ? (
        <section className="keep-notices" aria-label="About your saved work">
          {notices.map((notice) => (
            <KeepNotice
              key={notice.id}
              notice={notice}
              refusals={refusals}
              onClose={notice.closes ? () => close(notice) : null}
            />
          ))}
        </section>
      ) : null}
    </>
  );
}

interface KeepNoticeProps {
  readonly notice: TroubleNotice;
  readonly refusals: number;
  /** null: it stays. */
  readonly onClose: (() => void) | null;
}

function KeepNotice({ notice, refusals, onClose }: KeepNoticeProps) {
  const place = useRef<HTMLDivElement>(null);
  useFocusPassedOn(place);
  const { kind, title, happened, safe, todo, actions } = notice;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every further refusal brings the focus back
  useEffect(() => {
    if (!isTyping()) place.current?.focus();
  }, [refusals]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      className={`keep-notice notice-${kind}`}
      role="group"
      aria-label={title}
      tabIndex={-1}
      ref={place}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose?.();
      }}
    >
      <Icon name={kind === 'done' ? 'done' : kind === 'info' ? 'info' : 'warning'} />
      {/* Put in anew with every refusal, so that it is read out again. */}
      <div
        className="keep-notice-words"
        role={kind === 'problem' || refusals > 0 ? 'alert' : 'status'}
        key={refusals}
      >
        <p className="notice-title anywhere">{title}</p>
        <p className="anywhere">{[happened, safe, todo].filter(Boolean).join(' ')}</p>
      </div>
      {actions.length > 0 ? (
        <div className="keep-notice-buttons">
          {actions.map((action, i) => (
            <TroubleButton key={action} action={action} isFirst={i === 0} />
          ))}
        </div>
      ) : null}
      {onClose ? (
        <Button kind="quiet" icon="close" iconOnly className="keep-notice-close" onClick={onClose}>
          Dismiss this message
        </Button>
      ) : null}
    </div>
  );
}

/** Edits refused since this strip came up or the work could last be edited. */
function useRefusals(): number {
  const refusals = useProject((state) => state.refusals);
  const isReadOnly = useProject((state) => state.readOnly);
  const [from, setFrom] = useState(refusals);
  if (!isReadOnly && from !== refusals) setFrom(refusals);
  return isReadOnly ? refusals - from : 0;
}

/** True from when saving worked again after it had not. */
function useSavedAgain(): boolean {
  const { keep } = useApp();
  const isFailing = useStore(keep, ({ failing }) => failing !== null);
  const isSaved = useStore(keep, ({ status }) => status === 'saved');
  const [hasFailed, setHasFailed] = useState(false);
  if (isFailing && !hasFailed) setHasFailed(true);
  return hasFailed && !isFailing && isSaved;
}

/** Nobody's words are taken from under the hands: the message is read out all the same. */
function isTyping(): boolean {
  return document.activeElement?.matches('textarea, input:not([type="checkbox"], [type="radio"])') ?? false;
}
