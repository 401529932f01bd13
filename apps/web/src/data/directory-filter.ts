import type { CommunityKind } from './types';

export type Which = 'all' | 'mine' | 'others' | 'archived';

export interface DirectoryFilter {
  q?: string | undefined;
  kind?: CommunityKind | undefined;
  which?: Which | undefined;
}

const kinds: unknown[] = ['project', 'group', 'company'];
const whiches: unknown[] = ['mine', 'others', 'archived'];

/** The filter as an address says it; what makes no sense is left out. */
export const directoryFilter = ({ q, kind, which }: Record<string, unknown>): DirectoryFilter => ({
  ...(typeof q === 'string' && q ? { q } : {}),
  ...(kinds.includes(kind) ? { kind: kind as CommunityKind } : {}),
  ...(whiches.includes(which) ? { which: which as Which } : {}),
});
