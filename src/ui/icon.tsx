/** Names of the drawings. */
export type IconName = keyof typeof PATHS;

export interface IconProps {
  readonly name: IconName;
  /** Edge length in pixels. */
  readonly size?: number;
}

/** A drawing beside words; it says nothing by itself to a screen reader. */
export function Icon({ name, size = 20 }: IconProps) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

const PATHS = {
  undo: 'M7.5 4 3.5 8l4 4M3.5 8h8a5 5 0 0 1 0 10H9',
  redo: 'M12.5 4l4 4-4 4M16.5 8h-8a5 5 0 0 0 0 10H11',
  close: 'M5 5l10 10M15 5L5 15',
  back: 'M11.5 4.5 6 10l5.5 5.5',
  'chevron-down': 'M4.5 7.5 10 13l5.5-5.5',
  'chevron-up': 'M4.5 12.5 10 7l5.5 5.5',
  'chevron-right': 'M7.5 4.5 13 10l-5.5 5.5',
  'sort-none': 'M6.5 8 10 4.5 13.5 8M6.5 12l3.5 3.5 3.5-3.5',
  'sort-up': 'M10 15.5v-11M5.5 9 10 4.5 14.5 9',
  'sort-down': 'M10 4.5v11M5.5 11l4.5 4.5 4.5-4.5',
  download: 'M10 3v9.5M6 9l4 4 4-4M3.5 16.5h13',
  upload: 'M10 13.5V4M6 7.5 10 3.5l4 4M3.5 16.5h13',
  share:
    'M13 6.2 7 9M7 11l6 2.8M15 3a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4ZM5 7.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4ZM15 12.6a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4Z',
  warning: 'M10 3 18 16.5H2ZM10 8v4M10 14.4v.1',
  info: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM10 9v4.5M10 6.4v.1',
  done: 'M4 10.5 8.2 15 16 5.5',
  target: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM10 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  table: 'M3 4.5h14v11H3ZM3 8.5h14M8 8.5v7',
  roof: 'M2.5 10 10 4l7.5 6M5 8.5V16h10V8.5M10 16v-4',
  pound: 'M13.5 6.2A3.4 3.4 0 0 0 7 7.5c0 2.5 1 3.5 1 5.5 0 1.5-1.5 3-2.5 3.5h9M5.5 11h6',
  home: 'M4 9l6-5 6 5v7.5H4ZM8.2 16.5V12h3.6v4.5',
  search: 'M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM12.6 12.6 17 17',
  question: 'M6.8 7.2a3.2 3.2 0 1 1 4.6 2.9c-1 .5-1.4 1-1.4 2.2M10 15.6v.1',
  perhaps: 'M3.5 11.5c2-3.5 4-3.5 6.5-1.5s4.5 2 6.5-1.5',
  part: 'M6 15 14 5M6.5 6.5v.1M13.5 13.5v.1',
  busy: 'M4.5 10v.1M10 10v.1M15.5 10v.1',
  eye: 'M2 10c4-6.5 12-6.5 16 0-4 6.5-12 6.5-16 0ZM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  file: 'M5 2.5h6.5L15.5 6.5v11H5ZM11.5 2.5v4h4',
} as const;
