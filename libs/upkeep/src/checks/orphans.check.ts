import type { Sql } from '#platform';
import type { Check, Examined } from '../check.ts';
import { count, type Finding, ok } from '../finding.ts';
import { foreignKeys } from './foreign-keys.ts';

/** Something that no foreign key can hold together. */
interface Torn {
  code: string;
  says: (n: number) => string;
  remedy: string;
  /** SELECTs `id`. */
  sql: string;
  repair?: (kring: Examined) => Promise<string>;
}

/** A best answer that is no reply of its thread any more. Index threads_by_best_answer, primary key of posts. */
const WRONG_ANSWER = `
  SELECT t.id FROM threads AS t LEFT JOIN posts AS p ON p.id = t.best_answer_id
  WHERE t.best_answer_id IS NOT NULL
    AND (p.id IS NULL OR p.thread_id <> t.id OR p.position = 1 OR p.deleted_at IS NOT NULL)`;

const TORN: Torn[] = [
  {
    code: 'orphans.threads-without-opening',
    says: (n) => `${count(n, 'thread has', 'threads have')} no opening post and cannot be shown.`,
    remedy: 'Somebody deleted rows by hand. Bring them back from a backup, or delete the thread.',
    sql: `SELECT t.id FROM threads AS t
      WHERE NOT EXISTS (SELECT FROM posts AS p WHERE p.thread_id = t.id AND p.position = 1)`,
  },
  {
    code: 'orphans.posts-elsewhere',
    says: (n) =>
      `${count(n, 'post says', 'posts say')} that it lies in another community than its thread does: who may read it depends on who asks.`,
    remedy:
      'Somebody changed rows by hand. Which of the two is right only a person can say; then set posts.community_id.',
    sql: `SELECT p.id FROM posts AS p JOIN threads AS t ON t.id = p.thread_id WHERE p.community_id <> t.community_id`,
  },
  {
    code: 'orphans.answers-elsewhere',
    says: (n) => `${count(n, 'reply names', 'replies name')} a post of another thread as what it answers.`,
    remedy: 'Set posts.reply_to to null there.',
    sql: `SELECT p.id FROM posts AS p JOIN posts AS answered ON answered.id = p.reply_to
      WHERE answered.thread_id <> p.thread_id`,
  },
  {
    code: 'orphans.best-answers',
    says: (n) => `${count(n, 'question has', 'questions have')} a best answer that is not there.`,
    remedy: 'Let "kring doctor --repair" open the question again.',
    sql: WRONG_ANSWER,
    repair: async ({ write }) => {
      const opened = await write(async (transaction) => {
        const threads = await transaction.query<{ id: string; communityId: string }>(
          `UPDATE threads SET best_answer_id = NULL, version = version + 1 WHERE id IN (${WRONG_ANSWER})
           RETURNING id, community_id AS "communityId"`,
        );
        for (const { id: threadId, communityId } of threads)
          await transaction.record({
            type: 'thread.changed',
            communityId,
            threadId,
            data: { changed: ['bestAnswerId'] },
          });
        return threads.length;
      });
      return `Opened ${count(opened, 'question')} again, and told who may be looking at them.`;
    },
  },
  {
    code: 'orphans.people-without-stream',
    says: (n) =>
      `${count(n, 'colleague lacks', 'colleagues lack')} a stream of their own, or their place in the company.`,
    remedy:
      'Make the person a guest and an employee again, in Administration → People: that gives them both.',
    sql: `SELECT u.id FROM users AS u
      WHERE u.role IN ('member', 'admin') AND u.deactivated_at IS NULL AND NOT (
        EXISTS (SELECT FROM communities AS c WHERE c.person_id = u.id)
        AND EXISTS (SELECT FROM communities AS c JOIN memberships AS m ON m.community_id = c.id
          WHERE c.kind = 'company' AND m.user_id = u.id))`,
  },
  {
    code: 'orphans.guests-in-company',
    says: (n) =>
      `${count(n, 'guest is', 'guests are')} in the company community, where only employees may be.`,
    remedy: 'Remove them from it.',
    sql: `SELECT u.id FROM users AS u JOIN memberships AS m ON m.user_id = u.id
      JOIN communities AS c ON c.id = m.community_id AND c.kind = 'company' WHERE u.role = 'guest'`,
  },
];

const SHOWN = 20;

/** Rows that lost what they belong to. */
export const orphansCheck: Check = {
  name: 'orphans',
  async examine(kring) {
    const found: Finding[] = [];
    for (const torn of TORN) found.push(...(await look(kring, torn)));
    if (kring.thorough) found.push(...(await foreignKeys(kring.database)));
    return found.length > 0 ? found : [ok('orphans.none', 'Everything has what it belongs to.')];
  },
};

async function look(kring: Examined, { code, says, remedy, sql, repair }: Torn): Promise<Finding[]> {
  const { n, examples } = await counted(kring.database, sql);
  if (n === 0) return [];
  return [
    { code, level: 'failure', says: says(n), remedy, examples, repair: repair && (() => repair(kring)) },
  ];
}

async function counted(database: Sql, sql: string): Promise<{ n: number; examples: string[] }> {
  const [row] = await database.query<{ n: number; examples: string[] | null }>(
    `WITH torn AS MATERIALIZED (${sql})
     SELECT (SELECT count(*)::int FROM torn) AS n,
       (SELECT array_agg(id::text) FROM (SELECT id FROM torn LIMIT ${SHOWN}) AS few) AS examples`,
  );
  return { n: row!.n, examples: row!.examples ?? [] };
}
