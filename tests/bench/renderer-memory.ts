import { readdirSync, readFileSync } from 'node:fs';
import type { CDPSession } from 'playwright';

/**
 * Memory of the largest renderer process, from the system's own account: its own pages (what Chrome's task manager calls
 * its memory footprint), and all that is resident, the program's file pages included.
 */
export async function rendererMemory(session: CDPSession): Promise<{ own: number; resident: number }> {
  const known = await session.send('SystemInfo.getProcessInfo').catch(() => null);
  const pids =
    known?.processInfo.filter((one) => one.type === 'renderer').map((one) => one.id) ?? rendererPids();
  const all = pids.map((pid) => ({ own: megabytesOf(pid, 'RssAnon'), resident: megabytesOf(pid, 'VmRSS') }));
  return all.reduce((largest, one) => (one.own > largest.own ? one : largest), { own: 0, resident: 0 });
}

function rendererPids(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer');
      } catch {
        return false;
      }
    })
    .map(Number);
}

function megabytesOf(pid: number, what: string): number {
  try {
    const kilobytes = new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes) / 1000);
  } catch {
    return 0;
  }
}
