import { Fragment, type ReactNode, useCallback } from 'react';
import { useIntl } from './Language';
import type { MessageId } from './languages';

export type Values = Record<string, string | number | Date | null | undefined>;
type RichValues = Record<string, ReactNode | Date | ((chunks: ReactNode[]) => ReactNode)>;

/** `const text = useText(); text('feed.home')`: for attributes and titles. */
export function useText() {
  const intl = useIntl();
  return useCallback((id: MessageId, values?: Values): string => intl.formatMessage({ id }, values), [intl]);
}

/** `<T id="feed.home" />`: for what is read on the page. Values may be elements, or functions for <tags>. */
export function T({ id, ...values }: { id: MessageId } & RichValues) {
  const intl = useIntl();
  const parts = intl.formatMessage({ id }, values as Parameters<typeof intl.formatMessage>[1]) as ReactNode;
  if (!Array.isArray(parts)) return parts;
  // The parts of one message never change places, so their place is their key.
  return parts.map((part: ReactNode, place) => <Fragment key={String(place)}>{part}</Fragment>);
}
