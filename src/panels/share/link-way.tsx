import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { copyText } from '../../actions/share-work.ts';
import { linkLengthWords, rowsToTick } from '../../stores/derived/share-text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useApp, useProject } from '../app-provider.tsx';
import { LeavingList } from './leaving-list.tsx';
import { useShareOffer } from './use-share-offer.ts';

export interface LinkWayProps {
  /** Goes over to the file, where the link would be too long. */
  readonly onFile: () => void;
}

/** A link that holds the work's definitions and settings, and rows of data only where that is ticked. */
export function LinkWay({ onFile }: LinkWayProps) {
  const rows = rowsToTick(useProject((state) => state.project));
  const isInsecure = useStore(useApp().keep, ({ trouble }) => trouble === 'insecure');
  const [withRows, setWithRows] = useState(false);
  const { offer, problem } = useShareOffer({ way: 'link', withRows });
  const isMade = offer !== null || problem !== null;
  const url = offer?.url ?? null;
  const refused = offer?.problem ?? problem;
  return (
    <>
      <LinkField url={url} isMade={isMade} />
      {refused ? (
        <Notice kind="warning" title={refused}>
          {isInsecure ? null : <Button onClick={onFile}>Share a file instead</Button>}
        </Notice>
      ) : null}
      {rows && !isInsecure ? (
        <label className="check-line">
          <input type="checkbox" checked={withRows} onChange={() => setWithRows(!withRows)} />
          <span>
            With the rows of {rows.names} <span className="soft">({rows.size})</span>
          </span>
        </label>
      ) : null}
      {offer ? <LeavingList offer={offer} way="link" /> : null}
    </>
  );
}

function LinkField({ url, isMade }: { readonly url: string | null; readonly isMade: boolean }) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<{ readonly url: string; readonly done: boolean } | null>(null);
  const copy = async (): Promise<void> => {
    if (url === null) return;
    const done = await copyText(url);
    if (!done) field.current?.select();
    setCopied({ url, done });
  };
  return (
    <div className="stack">
      <Field
        label="Link"
        hint="What stands after the # is never sent to a server: whoever opens the link reads it in their own browser."
      >
        {(ids) => (
          <div className="share-link">
            <input
              {...ids}
              ref={field}
              className="control"
              type="text"
              readOnly
              value={url ?? ''}
              placeholder={isMade ? 'No link' : 'Making the link …'}
              onFocus={(event) => event.target.select()}
            />
            <Button
              kind={url === null ? 'plain' : 'main'}
              aria-disabled={url === null || undefined}
              onClick={() => void copy()}
            >
              Copy the link
            </Button>
          </div>
        )}
      </Field>
      <div role="status">
        {url === null ? null : <p className="small">{linkLengthWords(url.length)}</p>}
        {copied && copied.url === url ? (
          <p className="small">
            {copied.done
              ? 'Copied.'
              : 'The browser did not let us copy it. The link is selected: press Ctrl+C (on a Mac ⌘C).'}
          </p>
        ) : null}
      </div>
    </div>
  );
}
