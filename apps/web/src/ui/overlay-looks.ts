export const popoverLook =
  'min-w-44 max-w-[min(24rem,calc(100vw-1rem))] rounded-lg border border-line bg-sheet p-1 text-ink ' +
  'transition-opacity entering:opacity-0 exiting:opacity-0 outline-none';

export const optionLook =
  'flex cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-1.5 coarse:min-h-11 -outline-offset-2! ' +
  'focused:bg-accent-wash selected:font-medium disabled:opacity-50';
