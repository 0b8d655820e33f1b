import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { fingerprintLine } from '../../stores/derived/fingerprint-text.ts';
import { useApp } from '../app-provider.tsx';
import { useFingerprints } from './use-fingerprints.ts';

/** On paper: of which data and project the numbers are. Worked out where the work is kept, whose data is hashed anyway. */
export function PrintedFingerprints() {
  const { keep } = useApp();
  const isKept = useStore(keep, ({ status }) => status === 'saved');
  const [isPrinted, setPrinted] = useState(false);
  useEffect(() => {
    // Too late for this page, in time for the next.
    const ask = (): void => setPrinted(true);
    addEventListener('beforeprint', ask);
    return () => removeEventListener('beforeprint', ask);
  }, []);
  const found = useFingerprints(isKept || isPrinted);
  return (
    <p className="headline print-only">
      {found
        ? fingerprintLine(found)
        : 'Fingerprints of inputs and project: on every download, and in “How this is counted”.'}
    </p>
  );
}
