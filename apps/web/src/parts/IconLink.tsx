import { Link } from '@tanstack/react-router';
import { classes } from '~/ui/classes';
import { Icon, type IconName } from '~/ui/Icon';

export function IconLink(props: { to: string; icon: IconName; label: string; className?: string }) {
  return (
    <Link
      to={props.to}
      aria-label={props.label}
      title={props.label}
      className={classes(
        'touchable inline-flex items-center justify-center rounded-full text-quiet hover:bg-wash hover:text-ink',
        props.className,
      )}
    >
      <Icon name={props.icon} size={18} />
    </Link>
  );
}
