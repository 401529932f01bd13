import { Problem, type RecordingTransaction } from '#platform';

/**
 * Locks all administrators in one order, so that of two who remove each other the second sees the first.
 * @throws Problem last-admin when nobody would be left
 */
export async function keepAnotherAdmin(transaction: RecordingTransaction, userId: string): Promise<void> {
  const admins = await transaction.query<{ id: string }>(
    `SELECT id FROM users WHERE role = 'admin' AND deactivated_at IS NULL ORDER BY id FOR UPDATE`,
  );
  const isAdmin = admins.some(({ id }) => id === userId);
  if (isAdmin && admins.length === 1) throw new Problem('last-admin');
}
