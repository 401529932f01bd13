import type { Journey } from '../journey.ts';
export const draftsAndFailures: Journey = { name: 'drafts-and-failures', steps: () => [] };
