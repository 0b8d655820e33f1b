import { useState } from 'react';

/** A question asked before something is done, and how the doing goes. */
export interface Asked {
  readonly open: boolean;
  readonly isBusy: boolean;
  readonly problem: string | null;
  ask(): void;
  close(): void;
  /** Does it; closes where it gives null, and shows what it gives otherwise. */
  confirm(work: () => Promise<string | null>): void;
}

export function useAsked(): Asked {
  const [open, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (work: () => Promise<string | null>): Promise<void> => {
    setBusy(true);
    const why = await work().catch((error: unknown) =>
      error instanceof Error ? error.message : String(error),
    );
    setBusy(false);
    setProblem(why);
    if (why === null) setOpen(false);
  };
  return {
    open,
    isBusy,
    problem,
    ask: () => {
      setProblem(null);
      setOpen(true);
    },
    close: () => setOpen(false),
    confirm: (work) => void run(work),
  };
}
