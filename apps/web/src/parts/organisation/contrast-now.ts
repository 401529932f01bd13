export type Contrast = 'usual' | 'more';

/** How the page is lit now; public/theme.js and the settings say so on the root. */
export const contrastNow = (): Contrast =>
  document.documentElement.dataset.contrast === 'more' ? 'more' : 'usual';
