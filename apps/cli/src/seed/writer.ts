import { type Random, Zipf } from './random.ts';
import { DUTCH, ENGLISH } from './words.ts';

const SENTENCES = 4_000;
const LONGEST_POST = 60;
const SENTENCES_A_PARAGRAPH = 4;
const WORDS_IN_A_TITLE = 8;

/** A text in the forms it is stored in. */
export interface Written {
  body: string;
  html: string;
  /** As the search lib would index them, in order. */
  words: readonly string[];
}

interface Sentence {
  text: string;
  words: readonly string[];
}

/**
 * Writes like people do: most posts are a sentence or three, a few are pages; half of them Dutch, half English.
 * Sentences are made once and put together again and again, which is fast and takes constant memory.
 */
export class Writer {
  private readonly sentences: Sentence[] = [];

  constructor(private readonly random: Random) {
    for (const words of [DUTCH, ENGLISH]) {
      const pick = new Zipf(random, words.length, 0.8);
      for (let made = 0; made < SENTENCES / 2; made++) this.sentences.push(this.sentence(words, pick));
    }
  }

  title(): Sentence {
    const { text, words } = this.random.pick(this.sentences);
    return {
      text: text.split(' ').slice(0, WORDS_IN_A_TITLE).join(' ').replace(/\W$/, ''),
      words: words.slice(0, WORDS_IN_A_TITLE),
    };
  }

  /** `extra` stands at the end of the last paragraph. Newlines are written as COPY wants them. */
  post(extra?: Written): Written {
    const { random, sentences } = this;
    const half = sentences.length / 2;
    const language = random.below(2) * half;
    const count = Math.min(LONGEST_POST, Math.max(1, Math.round(random.around(2.2, 0.8))));
    const words: string[] = [];
    let body = '';
    let html = '<p>';
    for (let written = 0; written < count; written++) {
      const { text, words: its } = sentences[language + random.below(half)]!;
      if (written > 0) {
        const paragraph = written % SENTENCES_A_PARAGRAPH === 0;
        body += paragraph ? '\\n\\n' : ' ';
        html += paragraph ? '</p>\\n<p>' : ' ';
      }
      // The sentences hold nothing that HTML or COPY would escape.
      body += text;
      html += text;
      for (const word of its) words.push(word);
    }
    if (extra) {
      body += ` ${extra.body}`;
      html += ` ${extra.html}`;
      words.push(...extra.words);
    }
    return { body, html: `${html}</p>\\n`, words };
  }

  private sentence(list: readonly string[], zipf: Zipf): Sentence {
    const length = Math.min(24, Math.max(3, Math.round(this.random.around(9, 0.45))));
    const words = Array.from({ length }, () => list[zipf.pick()]!);
    const text = words.join(' ');
    return {
      text: `${text[0]!.toUpperCase()}${text.slice(1)}${this.random.pick(['.', '.', '.', '?', '!'])}`,
      words,
    };
  }
}
