import { spawn } from 'node:child_process';

/** What a task answered, and the resident maximum of the process it had to itself. */
export interface Answered<Answer> {
  readonly answer: Answer;
  readonly peakMegabytes: number;
}

/**
 * Runs a task of the bench in a process of its own, so that its memory is its own and no earlier row has shaped the
 * compiler's guesses. Throws with the end of what it said where it fails, or takes longer than `millisecondsLeft`.
 */
export async function inChild<Answer>(
  task: string,
  given: { readonly arguments?: readonly string[]; readonly millisecondsLeft: number },
): Promise<Answered<Answer>> {
  const child = spawn(
    process.execPath,
    ['--expose-gc', process.argv[1], '--task', task, ...(given.arguments ?? [])],
    { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
  );
  let said = '';
  child.stderr?.on('data', (bytes: Buffer) => {
    said = (said + bytes.toString()).slice(-2000);
  });
  let answered: Answered<Answer> | null = null;
  child.on('message', (message) => {
    answered = message as Answered<Answer>;
  });
  let isLate = false;
  const timer = setTimeout(
    () => {
      isLate = true;
      child.kill('SIGKILL');
    },
    Math.max(0, given.millisecondsLeft),
  );
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  if (isLate) throw new Error(`${task}: stopped, the bench's time was over`);
  if (!answered || code !== 0) throw new Error(`${task}: failed\n${said.trimEnd()}`);
  return answered;
}

/** Answers the process that asked for this task. */
export function answerParent(answer: unknown): void {
  const peakMegabytes = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
  process.send?.({ answer, peakMegabytes } satisfies Answered<unknown>);
}
