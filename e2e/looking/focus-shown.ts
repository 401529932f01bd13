import type { Page } from 'playwright-core';

/** What looks the same needs to be looked at once. */
const known = new Map<string, boolean>();

/** Whether one sees that what has the focus has it: pictures of it with and without differ by more than a speck. */
export async function focusShows(page: Page, look: string): Promise<boolean> {
  const before = known.get(look);
  if (before !== undefined) return before;
  const shows = await differs(page);
  known.set(look, shows);
  return shows;
}

async function differs(page: Page): Promise<boolean> {
  // A link may stand for the whole row that it lies in, and be outlined as that.
  return (await differsIn(page, 'itself')) || (await differsIn(page, 'what it lies in'));
}

async function differsIn(page: Page, where: 'itself' | 'what it lies in'): Promise<boolean> {
  const clip = await page.evaluate(boxOfFocus, where);
  if (!clip) return true;
  const focused = await page.screenshot({ clip });
  await page.evaluate(letGo);
  const without = await page.screenshot({ clip });
  await page.evaluate(takeUp);
  const changed = await page.evaluate(
    changedPixels,
    [focused, without].map((one) => one.toString('base64')),
  );
  return changed >= (clip.width + clip.height) / 2;
}

/** A little wider than the thing itself. The box of a tick is drawn by its label. */
function boxOfFocus(where: string) {
  const active = document.activeElement as HTMLElement;
  const itself = active.closest('label') ?? active;
  const shown = where === 'itself' ? itself : (active.offsetParent ?? itself);
  const box = shown.getBoundingClientRect();
  const [x, y] = [Math.max(0, box.left - 6), Math.max(0, box.top - 6)];
  const [right, bottom] = [Math.min(innerWidth, box.right + 6), Math.min(innerHeight, box.bottom + 6)];
  return right > x && bottom > y ? { x, y, width: right - x, height: bottom - y } : null;
}

function letGo(): void {
  const active = document.activeElement as HTMLElement;
  Object.assign(globalThis, { __had: active });
  // A dialog that is open does not let the focus go, but it may have it itself.
  const dialog = active.closest<HTMLElement>('[role=dialog], [role=alertdialog]');
  if (dialog) dialog.focus({ preventScroll: true });
  else active.blur();
}

function takeUp(): void {
  const { __had } = globalThis as unknown as { __had: HTMLElement };
  __had.focus({ preventScroll: true, focusVisible: true } as FocusOptions);
}

/** How many pixels are plainly another colour. */
async function changedPixels(pictures: string[]): Promise<number> {
  const [one, other] = await Promise.all(
    pictures.map(async (picture) => {
      const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
    }),
  );
  let changed = 0;
  for (let at = 0; at < one!.length; at += 4) {
    const most = Math.max(
      ...[0, 1, 2].map((channel) => Math.abs(one![at + channel]! - other![at + channel]!)),
    );
    if (most > 60) changed++;
  }
  return changed;
}
