export { DraftsModule } from './drafts.module.ts';
export { DRAFT_EVENTS } from './dto/draft.view.ts';
