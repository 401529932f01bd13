import type { LogEvent } from '../events';
import type { DraftView, Page } from '../types';

/** The list of my drafts, newest first. */
export function patchDrafts(page: Page<DraftView>, event: LogEvent): Page<DraftView> {
  if (event.type !== 'draft.changed') return page;
  const { place, draft } = event.data;
  const known = page.items.find((one) => one.place === place);
  if (draft && known && known.version >= draft.version) return page;
  const others = page.items.filter((one) => one !== known);
  return { ...page, items: draft ? [draft, ...others] : others };
}
