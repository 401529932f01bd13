/** One of several. */
export const ROW = 'li, article, tr, [role=row]';
const CONTROL = 'a[href], button:not(:disabled), input:not(:disabled), textarea, select';
const HEADING = 'h1, h2, h3';

/** Where the focus was: which control of which row, in what; remembered because all of it may go. */
export interface Place {
  element: HTMLElement;
  path: string;
  /** Which control of its row. */
  control: number;
  /** Which row of its list. */
  row: number;
  /** What it was in, the innermost first. */
  around: HTMLElement[];
}

export function placeOf(element: HTMLElement): Place {
  const row = element.closest<HTMLElement>(ROW);
  const around: HTMLElement[] = [];
  for (let it = (row ?? element).parentElement; it; it = it.parentElement) around.push(it);
  return {
    element,
    path: location.pathname,
    control: row ? controlsOf(row).indexOf(element) : 0,
    row: row ? [...(row.parentElement?.children ?? [])].indexOf(row) : -1,
    around: row ? [row, ...around] : around,
  };
}

/** What took its place: the same control of the row that is there now, else the heading of what it was in. */
export function nearestTo({ control, row, around }: Place): HTMLElement | null {
  const there = around.filter((it) => it.isConnected);
  const list = there[0];
  if (!list) return null;
  const next = row >= 0 && !list.matches(ROW) ? (list.children[row] ?? list.lastElementChild) : list;
  const controls = next ? controlsOf(next) : [];
  const found = controls[control] ?? controls[0];
  if (found) return found;
  for (const it of there) {
    const heading = it.matches('body') ? null : it.querySelector<HTMLElement>(HEADING);
    if (heading) return focusable(heading);
  }
  return document.querySelector('main');
}

const controlsOf = (row: Element): HTMLElement[] => [...row.querySelectorAll<HTMLElement>(CONTROL)];

function focusable(heading: HTMLElement): HTMLElement {
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
  return heading;
}
