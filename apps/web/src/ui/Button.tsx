import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaProps } from 'react-aria-components/Button';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';

const looks = {
  /** The one thing to do here. */
  primary: 'bg-accent text-on-accent px-4 hover:bg-accent-strong',
  /** Something else one may do. */
  plain: 'border border-edge px-4 hover:border-ink',
  /** A word among words. */
  quiet: 'px-2 -mx-2 text-quiet hover:text-ink hover:bg-wash',
  danger: 'border border-danger text-danger px-4 hover:bg-danger-wash',
};

export interface ButtonProps extends Omit<AriaProps, 'children' | 'className' | 'style'> {
  look?: keyof typeof looks;
  icon?: IconName;
  className?: string;
  children?: ReactNode;
}

export function Button({ look = 'plain', icon, className, children, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={classes(
        'touchable inline-flex items-center justify-center gap-1.5 rounded-full font-medium whitespace-nowrap',
        'transition-colors disabled:opacity-50 pending:opacity-60',
        look === 'quiet' ? 'text-small' : 'py-1.5',
        looks[look],
        className,
      )}
    >
      {icon && <Icon name={icon} size={look === 'quiet' ? 18 : 20} />}
      {children}
    </AriaButton>
  );
}

/** An icon that names itself to assistive technology, and by its tooltip to the pointer. */
export function IconButton(
  props: Omit<ButtonProps, 'children' | 'look' | 'aria-label'> & { icon: IconName; label: string },
) {
  const { icon, label, className, ...rest } = props;
  return (
    <AriaButton
      {...rest}
      aria-label={label}
      className={classes(
        'touchable inline-flex items-center justify-center rounded-full p-1 text-quiet transition-colors',
        'hover:text-ink hover:bg-wash disabled:opacity-50',
        className,
      )}
    >
      <Icon name={icon} />
    </AriaButton>
  );
}
