import type { Journey } from '../journey.ts';
export const everyView: Journey = { name: 'every-view', steps: () => [] };
