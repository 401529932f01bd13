import { classes } from './classes';

const looks = {
  /** The one thing to do here. */
  primary: 'bg-accent text-on-accent px-4 hover:bg-accent-strong',
  /** Something else one may do. */
  plain: 'border border-edge px-4 hover:border-ink',
  /** A word among words. */
  quiet: 'px-2 -mx-2 text-quiet hover:text-ink hover:bg-wash',
  danger: 'border border-danger text-danger px-4 hover:bg-danger-wash',
};

export type ButtonLook = keyof typeof looks;

export const buttonLook = (look: ButtonLook, more?: string): string =>
  classes(
    'touchable inline-flex items-center justify-center gap-1.5 rounded-full font-medium whitespace-nowrap',
    'transition-colors disabled:opacity-50 pending:opacity-60',
    look === 'quiet' ? 'text-small' : 'py-1.5',
    looks[look],
    more,
  );

export const iconButtonLook = (more?: string): string =>
  classes(
    'touchable inline-flex items-center justify-center rounded-full p-1 text-quiet transition-colors',
    'hover:text-ink hover:bg-wash disabled:opacity-50',
    more,
  );
