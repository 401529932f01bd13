export type Contrast = 'usual' | 'more';

/** How the page is lit now; public/early.js and the settings say so on the root. */
export const contrastNow = (): Contrast =>
  document.documentElement.dataset.contrast === 'more' ? 'more' : 'usual';
