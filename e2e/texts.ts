import { createIntl } from 'react-intl';
import en from '../apps/web/src/i18n/en.json' with { type: 'json' };

export type TextKey = keyof typeof en;

const english = createIntl({ locale: 'en', messages: en });

/** What a reader of the English pages sees for this key. */
export function text(id: TextKey, values: Record<string, string | number> = {}): string {
  return english.formatMessage({ id }, values);
}
