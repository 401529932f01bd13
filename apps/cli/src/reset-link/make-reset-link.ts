import { Database } from '#platform';
import { MakeResetLink, type ResetLinkView, UsersModule } from '#users';
import { insideKring } from '../inside-kring.ts';
import type { Installation } from '../installation.ts';
import { Refusal } from '../refusal.ts';

/** For when no administrator can get in either. */
export async function makeResetLink(settings: Installation, email: string): Promise<ResetLinkView> {
  return insideKring(settings, [UsersModule], async (kring) => {
    const [user] = await kring
      .get(Database)
      .query<{ id: string; out: boolean }>(
        `SELECT id, deactivated_at IS NOT NULL OR role = 'bot' AS out FROM users WHERE email = $1::citext`,
        [email.trim()],
      );
    if (!user) throw new Refusal(`Nobody logs in as ${email}.`);
    if (user.out) throw new Refusal(`${email} is deactivated: an administrator can reactivate the account.`);
    return kring.get(MakeResetLink, { strict: false }).for(null, user.id);
  });
}
