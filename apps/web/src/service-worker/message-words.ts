/** What the server sends: facts, as `push-message.ts` of the server describes them. */
export interface PushMessage {
  kind: string;
  who?: string;
  others?: number;
  place?: { kind: string; name: string };
  emoji?: string;
  words?: string;
  count?: number;
  path: string;
  tag: string;
  unread: number;
  language: string;
  at: string;
}

export type Texts = Record<string, string>;

/** The words for it, in the reader's language. The texts are so simple that no library is needed to fill them in. */
export function wordsOf(message: PushMessage, texts: Texts): { title: string; body: string } {
  const { kind, who, others = 0, place, emoji = '', words, count = 0 } = message;
  const text = (key: string, values: Record<string, string | number> = {}): string =>
    (texts[`push.${key}`] ?? '').replace(/\{(\w+)\}/gu, (_, name) => String(values[name] ?? ''));
  if (kind === 'several') return { title: text('several', { count }), body: text('several-text') };
  if (kind === 'test') return { title: text('test'), body: text('test-text') };
  const name = who ?? text('somebody');
  const people =
    others > 1
      ? text('and-others', { who: name, others })
      : others === 1
        ? text('and-one', { who: name })
        : name;
  const where = !place ? '' : place.kind === 'conversation' ? text('conversation') : place.name;
  const title = text(kind, { who: people, place: where, emoji }) || people;
  return { title, body: words ? [where, words].filter(Boolean).join('\n') : where };
}
