import type { Batch } from './batch.ts';
import type { Company, Person, Place } from './company.ts';
import { inBytes } from './copy.ts';
import { idAt } from './ids.ts';
import { type Random, Zipf } from './random.ts';
import { time } from './time.ts';
import { EMOJI, TOPICS } from './words.ts';
import { vectorOf } from './words-index.ts';
import { Writer, type Written } from './writer.ts';

const MINUTE = 60_000;
const LONGEST_THREAD = 600;
const NO_WORDS: readonly string[] = [];
const emoji = EMOJI.map(inBytes);

interface NewPost {
  id: string;
  threadId: string;
  place: Place;
  author: Person;
  position: number;
  replyTo: string | null;
  at: number;
  titleWords: readonly string[];
}

/** Makes threads with all that belongs to them, one after the other in time. */
export class Threads {
  private readonly writer: Writer;
  private readonly places: Zipf;

  constructor(
    private readonly company: Company,
    private readonly until: number,
    private readonly random: Random,
  ) {
    this.writer = new Writer(random);
    this.places = new Zipf(random, company.communities.length, 0.9);
  }

  /** Adds a thread that began at `at`, of at most `mostPosts`. */
  add(batch: Batch, at: number, mostPosts: number): void {
    const { random } = this;
    const threadId = idAt(at, random);
    const place = this.place();
    const ownersOnly = place.kind === 'company' || place.kind === 'person';
    const author = ownersOnly ? place.owner : random.pick(place.members);
    const kind = place.kind === 'company' ? 'announcement' : random.chance(0.2) ? 'question' : 'update';
    const title = kind !== 'update' || random.chance(0.2) ? this.writer.title() : undefined;
    const titleWords = title?.words ?? NO_WORDS;

    const opening = {
      id: idAt(at, random),
      threadId,
      place,
      author,
      position: 1,
      replyTo: null,
      at,
      titleWords,
    };
    this.post(batch, opening);
    const { posts, readers, activityAt } = this.reply(
      batch,
      opening,
      Math.min(this.replyCount(), mostPosts - 1),
    );
    const replies = posts.length - 1;
    if (kind === 'question' && replies > 0 && random.chance(0.5))
      batch.answers.push({ threadId, postId: posts[1 + random.below(replies)]! });
    batch.threads.add(
      threadId,
      place.id,
      author.id,
      kind,
      title?.text ?? null,
      place.visibility === 'public',
      time(at),
      time(activityAt),
      replies,
      posts.length,
      random.chance(0.002) ? time(at) : null,
    );
    if (random.chance(0.3)) this.mark(batch, threadId, readers, activityAt);
  }

  private place(): Place {
    const { random, company } = this;
    if (random.chance(0.05)) return random.pick(company.streams);
    if (random.chance(0.002)) return company.company;
    return company.communities[this.places.pick()]!;
  }

  /** Most threads have a handful, or none; one in a thousand goes on for hundreds. */
  private replyCount(): number {
    const { random } = this;
    if (random.chance(0.35)) return 0;
    const many = random.chance(0.0015);
    return Math.min(LONGEST_THREAD, Math.round(many ? random.around(200, 0.5) : random.around(2.5, 0.9)));
  }

  private reply(
    batch: Batch,
    opening: NewPost,
    replies: number,
  ): { posts: string[]; readers: Map<Person, number>; activityAt: number } {
    const { random } = this;
    const posts = [opening.id];
    const readers = new Map([[opening.author, 1]]);
    let { at } = opening;
    for (let position = 2; position <= replies + 1; position++) {
      // No moment twice, so that the ids of a thread sort as its positions do.
      at = Math.max(at + 1, Math.min(at + Math.ceil(random.around(25, 1.6) * MINUTE), this.until));
      const author = random.pick(opening.place.members);
      const replyTo = random.chance(0.2) ? random.pick(posts) : null;
      const reply = { ...opening, id: idAt(at, random), author, position, replyTo, at, titleWords: NO_WORDS };
      this.post(batch, reply);
      posts.push(reply.id);
      readers.set(author, position);
    }
    return { posts, readers, activityAt: at };
  }

  private post(batch: Batch, post: NewPost): void {
    const { id, threadId, place, author, position, replyTo, at, titleWords } = post;
    const { body, html, words } = this.writer.post(this.names(batch, post));
    const reactions = this.react(batch, post);
    batch.posts.add(id, threadId, place.id, author.id, position, replyTo, body, html, reactions, time(at));
    batch.post_words.add(id, place.id, vectorOf(titleWords.length > 0 ? [...titleWords, ...words] : words));
  }

  /** Now and then a post names a topic, or somebody who may read it. */
  private names(batch: Batch, { id, threadId, place, position }: NewPost): Written | undefined {
    const { random } = this;
    if (position === 1 && random.chance(0.12)) {
      const topic = random.pick(TOPICS);
      batch.thread_topics.add(topic, place.id, threadId);
      return {
        body: `#${topic}`,
        html: `<a class="topic" href="/topics/${topic}">#${topic}</a>`,
        words: [topic],
      };
    }
    if (!random.chance(0.04)) return undefined;
    const person = random.pick(place.members);
    batch.mentions.add(id, person.id);
    return person.mention;
  }

  /** Writes the rows and answers the counters that stand with the post. */
  private react(batch: Batch, { id, place, at }: NewPost): string {
    const { random } = this;
    if (!random.chance(0.25)) return '{}';
    const people = new Set<Person>();
    for (let tries = Math.min(12, Math.ceil(random.around(1.8, 0.7))); tries > 0; tries--)
      people.add(random.pick(place.members));
    const counts = emoji.map(() => 0);
    for (const { id: userId } of people) {
      const which = random.chance(0.6) ? 0 : random.below(emoji.length);
      counts[which]!++;
      const reactedAt = Math.min(at + random.below(600) * MINUTE, Math.max(at, this.until));
      batch.reactions.add(id, userId, emoji[which]!, time(reactedAt));
    }
    const fields = counts.flatMap((count, which) => (count > 0 ? `"${emoji[which]}":${count}` : []));
    return `{${fields.join(',')}}`;
  }

  private mark(batch: Batch, threadId: string, readers: Map<Person, number>, at: number): void {
    const bookmarkedAt = this.random.chance(0.05) ? time(at) : null;
    for (const [person, position] of readers)
      batch.thread_marks.add(person.id, threadId, position, 'following', bookmarkedAt);
  }
}
