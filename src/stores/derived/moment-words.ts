import { dateWords } from '../../domain/project/date-words.ts';

/** "at 14:02" for today, else "on 12 November 2026 at 14:02", in the reader's own time. '' for what is no instant. */
export function momentWords(iso: string, now: Date = new Date()): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  const time = `at ${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
  return at.toDateString() === now.toDateString() ? time : `on ${dayWords(iso)} ${time}`;
}

/** "12 November 2026", in the reader's own time. */
export function dayWords(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return 'a day that is not known';
  return dateWords(`${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`);
}

/** "just now", "5 minutes ago", "3 days ago"; for a clock that was set back since, "just now". */
export function agoWords(iso: string, now: Date = new Date()): string {
  const minutes = Math.floor((now.getTime() - new Date(iso).getTime()) / 60_000);
  if (Number.isNaN(minutes)) return 'at a time that is not known';
  if (minutes < 1) return 'just now';
  if (minutes < 60) return count(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return count(hours, 'hour');
  return count(Math.floor(hours / 24), 'day');
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'} ago`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
