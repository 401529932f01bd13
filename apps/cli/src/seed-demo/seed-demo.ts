import type { Installation } from '../installation.ts';
import { Refusal } from '../refusal.ts';

export async function seedDemo(_settings: Installation): Promise<void> {
  throw new Refusal('The demo organisation cannot be loaded yet.');
}
