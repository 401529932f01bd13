import type { Check, Examined } from '../check.ts';
import { count, type Finding, ok } from '../finding.ts';

/** Who may get in. */
export const peopleCheck: Check = {
  name: 'people',
  async examine(kring) {
    const found = [
      ...(await administrators(kring)),
      ...(await stillIn(kring)),
      ...(await overAndKept(kring)),
    ];
    return found.length > 0
      ? found
      : [ok('people.fine', 'Whoever left is out, and somebody can administer.')];
  },
};

async function administrators({ database }: Examined): Promise<Finding[]> {
  const [row] = await database.query<{ founded: boolean; admins: number }>(
    `SELECT EXISTS (SELECT FROM organisations) AS founded,
       (SELECT count(*)::int FROM users
        WHERE role = 'admin' AND deactivated_at IS NULL AND password_hash IS NOT NULL) AS admins`,
  );
  if (!row!.founded) return [ok('people.not-set-up', 'Kring was not set up yet.')];
  if (row!.admins > 0) return [];
  return [
    {
      code: 'people.no-admin',
      level: 'failure',
      says: 'Nobody is an administrator who can log in.',
      remedy: 'Make one: kring create-admin --name "…" --email …',
    },
  ];
}

/** They let nobody in, as each request asks for the person too; but they should not be there. Index sessions_by_user. */
async function stillIn({ database, write }: Examined): Promise<Finding[]> {
  const whose = 'users AS u WHERE u.id = s.user_id AND u.deactivated_at IS NOT NULL';
  const [row] = await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM sessions AS s, ${whose}`);
  if (row!.n === 0) return [];
  return [
    {
      code: 'people.deactivated-sessions',
      level: 'failure',
      says: `${count(row!.n, 'session')} of people who were deactivated ${row!.n === 1 ? 'has' : 'have'} not ended.`,
      remedy: 'Let "kring doctor --repair" end them.',
      repair: async () => {
        const ended = await write(async (transaction) => {
          const gone = await transaction.query<{ id: string; userId: string }>(
            `DELETE FROM sessions AS s USING ${whose} RETURNING s.id, s.user_id AS "userId"`,
          );
          for (const [userId, of] of Map.groupBy(gone, (session) => session.userId))
            await transaction.record({
              type: 'session.ended',
              userId,
              data: { sessionIds: of.map(({ id }) => id) },
            });
          return gone.length;
        });
        return `Ended ${count(ended, 'session')}, on all devices.`;
      },
    },
  ];
}

/** Index sessions_by_end. */
async function overAndKept({ database }: Examined): Promise<Finding[]> {
  const over = `expires_at < now() - interval '2 days'`;
  const [row] = await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM sessions WHERE ${over}`);
  if (row!.n === 0) return [];
  return [
    {
      code: 'people.old-sessions',
      level: 'warning',
      says: `${count(row!.n, 'session')} that ${row!.n === 1 ? 'is' : 'are'} over ${row!.n === 1 ? 'was' : 'were'} not cleaned away.`,
      remedy: 'See that a process with KRING_ROLE all or worker runs: it cleans once an hour.',
      repair: async () => {
        const gone = await database.query(`DELETE FROM sessions WHERE ${over} RETURNING id`);
        return `Removed ${count(gone.length, 'session')}.`;
      },
    },
  ];
}
