/**
 * Hours of a day that a text names ("07:00–09:30 and 16:00–18:30", "7am to 10am", "0700-1900", "24 hours"), overlaps
 * once; null where it names none. A span that ends at or before its beginning runs over midnight.
 */
export function hoursADay(text: string): number | null {
  if (/\b(?:24 ?(?:h\b|hours?)|all day|at all times)/i.test(text)) return 24;
  const spans: [number, number][] = [];
  for (const [, from, until] of text.matchAll(SPAN)) {
    const [start, end] = [hourOf(from, until), hourOf(until, '')];
    if (start === null || end === null) continue;
    if (end > start) spans.push([start, end]);
    else spans.push([start, 24], [0, end]);
  }
  if (spans.length === 0) return null;
  spans.sort(([a], [b]) => a - b);
  let [hours, reached] = [0, 0];
  for (const [start, end] of spans) {
    hours += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return hours;
}

const TIME = String.raw`\d{1,2}(?:[:.]\d{2}|\d{2})? ?(?:[ap]\.?m\.?)?`;
const SPAN = new RegExp(String.raw`(?<!\d)(${TIME})\s*(?:-|–|—|to|until)\s*(${TIME})(?!\d)`, 'gi');

/** Hours since midnight; a time without "am" or "pm" takes that of the span's end ("7–9 am"). */
function hourOf(time: string, later: string): number | null {
  const [, hour, minute = '0', half] =
    /^(\d{1,2}?)(?:[:.]?(\d{2}))? ?([ap])?\.?(?:m\.?)?$/i.exec(time.trim()) ?? [];
  if (hour === undefined) return null;
  const told = (half ?? (/([ap])\.?m\.?$/i.exec(later.trim())?.[1] || '')).toLowerCase();
  let value = Number(hour);
  if (told !== '' && value > 12) return null;
  if (told === 'p' && value < 12) value += 12;
  if (told === 'a' && value === 12) value = 0;
  value += Number(minute) / 60;
  return Number(minute) < 60 && value <= 24 ? value : null;
}
