import { Link } from '@tanstack/react-router';
import { T } from '~/i18n/text';
import { EmptyState } from '~/ui/EmptyState';

export function UpToDate() {
  return (
    <EmptyState
      title={<T id="catch-up.up-to-date" />}
      actions={
        <Link
          to="/"
          className="touchable inline-flex items-center font-medium text-accent underline underline-offset-4"
        >
          <T id="catch-up.to-home" />
        </Link>
      }
    >
      <T id="catch-up.up-to-date-text" />
    </EmptyState>
  );
}
