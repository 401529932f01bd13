/** Between the end of a touch and the click that browsers make of it. */
const UNTIL_CLICK_MS = 100;
const LOOK_AGAIN_MS = 30;

let isDown = false;
let changedAt = Number.NEGATIVE_INFINITY;

const note = (down: boolean) => () => {
  isDown = down;
  changedAt = performance.now();
};
if (globalThis.window) {
  const options = { capture: true, passive: true };
  window.addEventListener('pointerdown', note(true), options);
  for (const type of ['pointerup', 'pointercancel'] as const)
    window.addEventListener(type, note(false), options);
}

/**
 * Does it when nothing is being pressed any more: what moves the page between a press and its end would have the
 * press miss what it was meant for.
 * @returns what calls it off
 */
export function afterPress(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    if (isDown || performance.now() - changedAt < UNTIL_CLICK_MS) timer = setTimeout(look, LOOK_AGAIN_MS);
    else act();
  };
  look();
  return () => clearTimeout(timer);
}
