/** At the latest: a page that nobody sees is not painted. */
const LATEST_MS = 100;

/** When the browser has shown what a press has done so far; what takes longer begins then. */
export const afterPaint = (): Promise<void> =>
  new Promise((done) => {
    const latest = setTimeout(done, LATEST_MS);
    requestAnimationFrame(() => {
      clearTimeout(latest);
      setTimeout(done);
    });
  });
