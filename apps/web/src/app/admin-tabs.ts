/** The places of Administration; people is the first, and needs no word in the address. */
export const adminTabs = ['invitations', 'communities', 'organisation', 'rules', 'system'] as const;
export type AdminTab = (typeof adminTabs)[number];

export const isAdminTab = (word: unknown): word is AdminTab =>
  (adminTabs as readonly unknown[]).includes(word);
