/** Things one goes through by keyboard, one after the other: threads of a feed, lines of catching up. */
const STOPS = '[data-walk]';

const isInView = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
};

/** Where one is: the stop that has the focus, or holds what has it. */
export const currentStop = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>(STOPS) ?? null;

export const stopAfter = (stop: Element, by: 1 | -1): HTMLElement | undefined => {
  const stops = [...document.querySelectorAll<HTMLElement>(STOPS)];
  return stops[stops.indexOf(stop as HTMLElement) + by];
};

/** The stop before or after; when one scrolled elsewhere, or begins, the first that is in view. */
export function walk(by: 1 | -1): void {
  const current = currentStop();
  const next = current && isInView(current) ? stopAfter(current, by) : firstInView();
  if (next) goTo(next);
}

export function goTo(stop: HTMLElement): void {
  stop.focus({ preventScroll: true });
  stop.scrollIntoView({ block: 'start' });
}

function firstInView(): HTMLElement | undefined {
  const stops = [...document.querySelectorAll<HTMLElement>(STOPS)];
  return stops.find((stop) => stop.getBoundingClientRect().top >= 0) ?? stops.find(isInView);
}

/** Does to the stop what its button for that key does. */
export function press(key: string, within: ParentNode): boolean {
  const control = within.querySelector<HTMLElement>(`[data-key="${key}"]`);
  control?.click();
  return control !== null;
}
