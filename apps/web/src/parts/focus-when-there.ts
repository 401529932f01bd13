const FRAMES = 120;

/** Moves the focus to what is about to be drawn, without scrolling; gives up when it does not come. */
export function focusWhenThere(selector: string, frames = FRAMES): void {
  const element = document.querySelector<HTMLElement>(selector);
  if (element) element.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusWhenThere(selector, frames - 1));
}
