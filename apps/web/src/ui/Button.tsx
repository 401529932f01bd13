import type { ComponentPropsWithRef, ReactNode } from 'react';
import { type ButtonLook, buttonLook, iconButtonLook } from './button-looks';
import { focusOnPress } from './focus-on-press';
import { Icon, type IconName } from './Icon';

type Native = Omit<ComponentPropsWithRef<'button'>, 'onClick' | 'onMouseDown' | 'disabled' | 'style'>;

interface Pressed extends Native {
  onPress?: (() => void) | undefined;
  isDisabled?: boolean | undefined;
  /** Its work is under way: it keeps the focus and does nothing more meanwhile. */
  isPending?: boolean | undefined;
}

/**
 * The browser's own button. A feed has hundreds, and one of React Aria draws itself anew on each hover and press; what
 * opens a menu or a dialog gets theirs when it is first pressed (OpensLater.tsx).
 */
export function BareButton({ onPress, isDisabled, isPending = false, type = 'button', ...rest }: Pressed) {
  return (
    <button
      {...rest}
      // Enter in a field must not send a form twice.
      type={isPending ? 'button' : type}
      disabled={isDisabled}
      aria-disabled={isPending || undefined}
      data-pending={isPending || undefined}
      onMouseDown={focusOnPress}
      onClick={() => isPending || onPress?.()}
    />
  );
}

export interface ButtonProps extends Pressed {
  look?: ButtonLook;
  icon?: IconName;
  children?: ReactNode;
}

export function Button({ look = 'plain', icon, className, children, ...rest }: ButtonProps) {
  return (
    <BareButton {...rest} className={buttonLook(look, className)}>
      {icon && <Icon name={icon} size={look === 'quiet' ? 18 : 20} />}
      {children}
    </BareButton>
  );
}

/** An icon that names itself to assistive technology, and by its tooltip to the pointer. */
export function IconButton({
  icon,
  label,
  className,
  ...rest
}: Omit<Pressed, 'children' | 'aria-label'> & { icon: IconName; label: string }) {
  return (
    <BareButton {...rest} aria-label={label} className={iconButtonLook(className)}>
      <Icon name={icon} />
    </BareButton>
  );
}
