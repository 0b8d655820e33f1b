import { vi } from 'vitest';
import { main } from '../../src/cli/main.ts';

/** Runs the command line and gives its exit code with what it printed (standard output) and told (standard error). */
export async function runCommand(
  argv: readonly string[],
): Promise<{ code: number; printed: string; told: string }> {
  let [printed, told] = ['', ''];
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
  const error = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told += text;
    return true;
  });
  try {
    const code = await main([...argv]);
    return { code, printed, told };
  } finally {
    out.mockRestore();
    error.mockRestore();
  }
}
