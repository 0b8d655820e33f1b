import { useState } from 'react';
import { fingerprintLine, fingerprintsInFull } from '../../stores/derived/fingerprint-text.ts';
import { Button } from '../../ui/button.tsx';
import { useFingerprints } from './use-fingerprints.ts';

/** What the count on show is made of, as hashes: short to compare by eye, and whole to be copied. */
export function CountFingerprints() {
  const found = useFingerprints(true);
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  if (found === undefined) return <p className="small soft">Working out the fingerprints …</p>;
  if (found === null)
    return <p className="small soft">The fingerprints could not be worked out in this browser.</p>;
  const full = fingerprintsInFull(found);
  const copy = async (): Promise<void> => {
    // Missing on pages that are not secure, and refused by some settings.
    const done = navigator.clipboard?.writeText(full).then(
      () => true,
      () => false,
    );
    setOutcome((await done) ? 'copied' : 'refused');
  };
  return (
    <>
      <p className="number-wrap">{fingerprintLine(found)}</p>
      <p className="small soft">
        Fingerprints (SHA-256) of the data, and of the project with it: the same for the same, on every
        machine and on every download.
      </p>
      <div className="row">
        <Button onClick={() => void copy()}>Copy both in full</Button>
        <span role="status">{outcome === 'copied' ? 'Copied.' : ''}</span>
      </div>
      {outcome === 'refused' ? (
        <p className="anywhere small">The browser did not let this page copy. In full: {full}</p>
      ) : null}
    </>
  );
}
