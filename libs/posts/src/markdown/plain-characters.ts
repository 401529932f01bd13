/**
 * Characters that change how the text around them is read, and that no author of a post needs: C0 and C1
 * controls except tab and newlines, and every bidirectional control (marks, embeddings, overrides, isolates).
 * With them a link or a file name can be shown backwards.
 */
const DECEPTIVE = /(?![\t\n\r])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]/gu;

export function withoutDeceptiveCharacters(text: string): string {
  return text.replace(DECEPTIVE, '');
}

/** Invisible format characters (zero-width space, soft hyphen, ...): kept in text, ignored when judging a host. */
export function withoutInvisibleCharacters(text: string): string {
  return text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
}
