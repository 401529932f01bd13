import { classes } from './classes';

/** Drawn on a 20 px grid with a 1.5 px stroke. Add a line here; names say what is meant, not what is drawn. */
const paths = {
  home: 'M3.5 9 10 3.5 16.5 9v7.5h-4.5v-4.5h-4v4.5H3.5z',
  everything: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13',
  question: 'M7 7.5a3 3 0 1 1 4.2 2.75c-.8.35-1.2.9-1.2 1.75v.5M10 15.4v.1',
  help: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM8 8.3a2 2 0 1 1 2.8 1.8c-.5.25-.8.6-.8 1.15v.15M10 13.6v.1',
  bookmark: 'M5.5 3.5h9v13L10 13l-4.5 3.5z',
  bell: 'M5 13.5c.9-1 1.2-2.2 1.2-4.2a3.8 3.8 0 0 1 7.6 0c0 2 .3 3.2 1.2 4.2zM8.4 16.2a1.9 1.9 0 0 0 3.2 0',
  people:
    'M7.5 9.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5zM2.5 16c.4-2.7 2.3-4 5-4s4.6 1.3 5 4M13 4.3a2.75 2.75 0 0 1 0 5M14.5 12.3c1.7.5 2.8 1.7 3 3.7',
  person: 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 16.5c.5-3 2.7-4.5 6-4.5s5.5 1.5 6 4.5',
  communities: 'M7 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM13.5 17a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z',
  write: 'M4 16l.7-3.2L13.2 4.3a1.6 1.6 0 0 1 2.3 0l.2.2a1.6 1.6 0 0 1 0 2.3L7.2 15.3zM11.8 5.7l2.5 2.5',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l3.5 3.5',
  reply: 'M8 5 3.5 9.5 8 14M3.5 9.5h7.5c3.3 0 5.5 2 5.5 5.5',
  react:
    'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7.3 11.8c.6 1.1 1.5 1.7 2.7 1.7s2.1-.6 2.7-1.7M7.6 8v.3M12.4 8v.3',
  more: 'M4.5 10v.01M10 10v.01M15.5 10v.01',
  link: 'M8.5 11.5a3 3 0 0 0 4.2 0l2.7-2.7a3 3 0 0 0-4.2-4.2l-.8.8M11.5 8.5a3 3 0 0 0-4.2 0l-2.7 2.7a3 3 0 0 0 4.2 4.2l.8-.8',
  pin: 'M7 3.5h6M8 3.5v4.5l-2.5 3.5h9L12 8V3.5M10 11.5v5',
  closed: 'M5.5 9.5h9v7h-9zM7.5 9.5V6.7a2.5 2.5 0 0 1 5 0v2.8',
  open: 'M5.5 9.5h9v7h-9zM7.5 9.5V6.7a2.5 2.5 0 0 1 4.8-1',
  tick: 'M4.5 10.5 8.5 14.5 15.5 6',
  cross: 'M5 5l10 10M15 5 5 15',
  plus: 'M10 4v12M4 10h12',
  down: 'M5 7.5l5 5 5-5',
  right: 'M7.5 5l5 5-5 5',
  left: 'M12.5 5l-5 5 5 5',
  up: 'M10 16V4M5 9l5-5 5 5',
  chart: 'M7.5 3.5h5v4h-5zM3 12.5h5v4H3zM12 12.5h5v4h-5zM10 7.5V10M5.5 12.5V10h9v2.5',
  /** Holds the place of one. */
  none: '',
  edit: 'M4 16l.7-3.2L13.2 4.3a1.6 1.6 0 0 1 2.3 0l.2.2a1.6 1.6 0 0 1 0 2.3L7.2 15.3z',
  remove: 'M4.5 6h11M8 6V4h4v2M6 6l.7 10.5h6.6L14 6',
  history: 'M3.5 10a6.5 6.5 0 1 0 2-4.7L3.5 7.2M3.5 3.5v3.7h3.7M10 6.5V10l2.5 1.8',
  muted:
    'M5 13.5c.9-1 1.2-2.2 1.2-4.2a3.8 3.8 0 0 1 .5-1.9M9 5.6a3.8 3.8 0 0 1 4.8 3.7c0 1.5.2 2.5.6 3.3M8.4 16.2a1.9 1.9 0 0 0 3.2 0M3.5 3.5l13 13',
  file: 'M6 3.5h5.5L15 7v9.5H6zM11.5 3.5V7H15',
  attach: 'M14.5 9.5l-5 5a3 3 0 0 1-4.3-4.3l6-6a2.1 2.1 0 0 1 3 3l-5.8 5.8a1 1 0 0 1-1.5-1.5l5-5',
  warning: 'M10 3.5 17.5 16.5h-15zM10 8.5v3.5M10 14.3v.1',
  settings:
    'M3.5 6h7M14.5 6h2M3.5 14h2M9.5 14h7M12.5 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM7.5 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  message: 'M3.5 4.5h13v9H9.5L6 16.5v-3H3.5z',
  announcement: 'M3.5 8.5v3l9 4v-11zM12.5 7.5c1.5.3 2.5 1.2 2.5 2.5s-1 2.2-2.5 2.5M5.5 12.4l.8 3.6h2l-.5-2.6',
  bold: 'M6 4h4.5a3 3 0 0 1 0 6H6zM6 10h5.5a3 3 0 0 1 0 6H6z',
  italic: 'M8.5 4h6M5.5 16h6M11.7 4 8.3 16',
  strike:
    'M3.5 10h13M13.8 6.2C13.3 4.8 11.9 4 10 4 7.8 4 6.3 5 6.3 6.8c0 .9.4 1.6 1 2M6 13.4c.5 1.7 2 2.6 4 2.6 2.4 0 4-1.1 4-3 0-.4-.1-.8-.2-1.1',
  code: 'M7 6 3 10l4 4M13 6l4 4-4 4',
  codeBlock: 'M3 3.5h14v13H3zM8 8l-2 2 2 2M12 8l2 2-2 2',
  heading: 'M5 4v12M15 4v12M5 10h10',
  bullets: 'M8 5.5h9M8 10h9M8 14.5h9M3.5 5.5v.01M3.5 10v.01M3.5 14.5v.01',
  numbers:
    'M8.5 5.5H17M8.5 10H17M8.5 14.5H17M3.2 4.2l1.3-.7v4M3 12.6c.3-.6.8-.8 1.3-.8.7 0 1.2.4 1.2 1 0 .9-1 1.4-2.4 2.9h2.6',
  tasks: 'M3 4.5h4v4H3zM10 6.5h7M3 12.7l1.5 1.5 2.7-3M10 13.5h7',
  quote: 'M4 5v10M8 6h9M8 10h9M8 14h6',
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M10 4v12',
  rowAdd: 'M3 3.5h14v6H3zM10 12.5v5M7.5 15h5',
  rowRemove: 'M3 3.5h14v6H3zM7.5 15h5',
  columnAdd: 'M3.5 3v14h6V3zM12.5 10h5M15 7.5v5',
  columnRemove: 'M3.5 3v14h6V3zM12.5 10h5',
  formatting:
    'M3 15.5 6.8 5h.9l3.8 10.5M4.4 11.8h5.7M17 9.5v6M17 12.5a2.3 2.8 0 1 0-4.6 0 2.3 2.8 0 0 0 4.6 0',
  markdown: 'M2.5 5.5h15v9h-15zM5 12V8l2 2.3L9 8v4M13.5 8v3.5M11.8 10.2l1.7 1.8 1.7-1.8',
  logOut: 'M8 3.5H4.5v13H8M8.5 10h8M13 6.5l3.5 3.5-3.5 3.5',
} as const;

export type IconName = keyof typeof paths;

/** Always decorative: the control it stands in carries the words. */
export function Icon({ name, className, size = 20 }: { name: IconName; className?: string; size?: number }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 20 20"
      width={size}
      height={size}
      className={classes('icon', name === 'more' && 'stroke-[2.2]', className)}
    >
      <path d={paths[name]} />
    </svg>
  );
}
