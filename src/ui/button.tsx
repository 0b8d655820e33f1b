import type { ComponentProps } from 'react';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps extends ComponentProps<'button'> {
  /** 'main' for the one thing a panel is for, 'plain' for the rest, 'quiet' where a line of text would do. */
  readonly kind?: 'main' | 'plain' | 'quiet';
  readonly icon?: IconName;
  /** Shows the icon alone; the children are still its name. */
  readonly iconOnly?: boolean;
}

/** A button whose words are a verb. */
export function Button({
  kind = 'plain',
  icon,
  iconOnly = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  const classes = ['button', `button-${kind}`, iconOnly ? 'button-icon' : '', className ?? ''];
  return (
    <button type="button" className={classes.filter(Boolean).join(' ')} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      {children === undefined ? null : (
        <span className={iconOnly ? 'unseen' : 'button-words'}>{children}</span>
      )}
    </button>
  );
}
