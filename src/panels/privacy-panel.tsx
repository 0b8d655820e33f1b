import { useEffect, useState } from 'react';
import { checkLock, type LockCheck } from '../actions/check-lock.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { useApp } from './app-provider.tsx';
import { OfflineStatus } from './offline/offline-status.tsx';

/** What happens to a person's data, and a check that shows whether the promise is enforced here. */
export function PrivacyPanel() {
  return (
    <article className="panel-section statement" aria-labelledby="privacy-title">
      <h2 id="privacy-title">Your files stay in this browser</h2>
      <p>
        The files you drop are read and counted on this computer. They are not uploaded, and there is no
        account, no cookie, no advertising and no measuring of visits.
      </p>
      <LockChecks />
      <h3>What enforces it</h3>
      <p>
        Every file of this app comes with a rule (a content security policy) that tells the browser to refuse
        any connection to anyone but the server the app came from. The check above has each part try a
        connection that leads nowhere, and reports whether the browser refused it. Two parts are not tested by
        themselves: the map’s own worker, which is bound by the same rule, and the worker that opens
        GeoPackages, whose rule allows no connection at all.
      </p>
      <p>
        The rule works only where the hosting server sends it with every file. On a host that cannot set
        headers the check says “off”: the app still sends nothing, but then that is our word and not the
        browser’s.
      </p>
      <OfflineStatus />
      <h3>What the hosting server sees</h3>
      <p>
        Requests for the app’s own files, with your internet address and browser as in any visit. It sees no
        file of yours, no name of one, and no postcode you look for. What follows the # in the address bar
        (page, ward, definition) is not sent to it.
      </p>
      <h3>What is kept</h3>
      <ul>
        <li>
          Of your files: what they hold, with your layers, definitions and steps, in this browser’s store on
          this computer, so that your work is there again. Others who use this browser can open it. The page
          “Your work” deletes it, and can keep nothing from the start. The browser may clear it too.
        </li>
        <li>The app’s own files, so that it opens without a network. They hold nothing of yours.</li>
        <li>
          Of your choices: light or dark, and that a hint was seen, in this browser’s storage. You can clear
          it with the browser’s site data.
        </li>
        <li>Whatever you download is yours, where your browser saves downloads.</li>
        <li>
          A link that you share carries, behind its #, what its dialog lists. Whoever has the link can read
          that; no server is sent it.
        </li>
        <li>The address bar and the browser’s history hold the ward and the definition you looked at.</li>
      </ul>
      <h3>What we cannot promise for</h3>
      <ul>
        <li>
          The browser itself. Some browsers, Chrome among them, may ask their maker about forms with text
          fields (autofill) or send usage figures; a page cannot forbid it. Typed text is not part of
          autofill’s question as far as its makers say. Turn these services off in the browser’s settings.
        </li>
        <li>Extensions and other programs on this computer, which can read what is on the screen.</li>
        <li>Links you follow to a source’s own site.</li>
      </ul>
      <h3>Confidential files</h3>
      <p>
        A file marked confidential on the Data page is left out of what you export: its layers have no columns
        in the ward counts, its source is not named, and lists of its premises are not written, nor is a file
        of evidence about one of them. It still has its part in the counts, and the export says so. A
        definition that you write may name a layer.
      </p>
      <p className="small soft">This page describes the app as of 27 November 2026.</p>
    </article>
  );
}

function LockChecks() {
  const context = useApp();
  const [checks, setChecks] = useState<readonly LockCheck[] | null>(null);
  const [tries, setTries] = useState(1);
  useEffect(() => {
    let left = tries === 0;
    setChecks(null);
    void checkLock(context).then((found) => {
      if (!left) setChecks(found);
    });
    return () => {
      left = true;
    };
  }, [context, tries]);
  return (
    <div className="stack">
      <h3>Browser lock</h3>
      <div role="status">
        {checks === null ? <p className="soft">Checking…</p> : null}
        <ul className="plain-list">
          {(checks ?? []).map(({ part, locked }) => (
            <li key={part} className="lock-line">
              <span>{part}:</span>
              <Badge kind={locked === false ? 'refused' : 'plain'}>
                {locked === null ? 'did not answer' : locked ? 'browser lock: on' : 'browser lock: off'}
              </Badge>
            </li>
          ))}
        </ul>
      </div>
      <Button onClick={() => setTries(tries + 1)}>Check again</Button>
    </div>
  );
}
