import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Page } from 'playwright-core';
import en from '../apps/web/src/i18n/en.json' with { type: 'json' };
import type { TextKey } from './texts.ts';

/*
 * A language that nobody speaks, and that no user is offered: English with accents, made longer by about 40 %, each
 * message in brackets. What does not fit in it will not fit in some other language; what has no brackets is written
 * in no language file.
 */
const ACCENTS: Record<string, string> = {
  a: 'áá',
  e: 'éé',
  i: 'íí',
  o: 'öö',
  u: 'üü',
  A: 'ÁÁ',
  E: 'ÉÉ',
  I: 'ÍÍ',
  O: 'ÖÖ',
  U: 'ÜÜ',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  y: 'ý',
  z: 'ž',
};

export const nonsense = (key: TextKey): string =>
  stretched(en[key])
    .map((part) => (part.type === TYPE.literal ? part.value : ''))
    .join('');

/** Whoever reads Dutch at this page reads that instead. */
export const speakNonsense = (page: Page): Promise<unknown> =>
  page.route(/\/assets\/nl-[^/]+\.js$/, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `export default ${JSON.stringify(messages())};`,
    }),
  );

/** As the client gets them: parsed (apps/web/messages-plugin.ts). */
const messages = () => Object.fromEntries(Object.entries(en).map(([key, text]) => [key, stretched(text)]));

const literal = (value: string): MessageFormatElement => ({ type: TYPE.literal, value });

function stretched(text: string): MessageFormatElement[] {
  return [literal('⟦'), ...parse(text, { captureLocation: false }).map(stretch), literal('⟧')];
}

function stretch(part: MessageFormatElement): MessageFormatElement {
  if (part.type === TYPE.literal)
    return { ...part, value: part.value.replace(/\p{L}/gu, (letter) => ACCENTS[letter] ?? letter) };
  if (part.type === TYPE.tag) return { ...part, children: part.children.map(stretch) };
  if (part.type === TYPE.plural || part.type === TYPE.select) {
    const options = Object.entries(part.options).map(([name, option]) => [
      name,
      { ...option, value: option.value.map(stretch) },
    ]);
    return { ...part, options: Object.fromEntries(options) } as MessageFormatElement;
  }
  return part;
}
