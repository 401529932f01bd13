/** Who the matrix tries. `guest` is let into nothing, `guestMember` into the community at hand. */
export const ROLES = [
  'anonymous',
  'deactivated',
  'guest',
  'guestMember',
  'outsider',
  'member',
  'moderator',
  'owner',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

export const PLACES = ['public', 'private', 'secret', 'conversation'] as const;
export type Place = (typeof PLACES)[number];

/** What the answer must be: allowed (anything but 401, 403, 404), or exactly that refusal. */
export type Verdict = 'allowed' | 401 | 403 | 404;

const IN_IT: ReadonlySet<Role> = new Set(['guestMember', 'member', 'moderator', 'owner']);
const LOGGED_OUT: ReadonlySet<Role> = new Set(['anonymous', 'deactivated']);
const GUESTS: ReadonlySet<Role> = new Set(['guest', 'guestMember']);

const isIn = (role: Role) => IN_IT.has(role);
const reads = (role: Role, place: Place) => isIn(role) || (place === 'public' && !GUESTS.has(role));
const knows = (role: Role, place: Place) => reads(role, place) || (place === 'private' && !GUESTS.has(role));
/** A conversation has no moderators and owners: everybody in it is equal. */
const leads = (role: Role, place: Place, ranks: Role[]) => place !== 'conversation' && ranks.includes(role);

const rule =
  (allowed: (role: Role, place: Place) => boolean, seen: (role: Role, place: Place) => boolean) =>
  (role: Role, place: Place): Verdict => {
    if (LOGGED_OUT.has(role)) return 401;
    if (allowed(role, place)) return 'allowed';
    return seen(role, place) ? 403 : 404;
  };

/** The kinds of routes there are. Each says, for a role and a place, what must be answered. */
export const RULES = {
  /** Needs no log-in. */
  public: (): Verdict => 'allowed',
  /** Whoever is logged in; it answers only what is theirs or what they may see. */
  anyone: rule(
    () => true,
    () => true,
  ),
  /** Everybody but guests. */
  employee: rule(
    (role) => !GUESTS.has(role),
    () => true,
  ),
  /** A colleague: guests, who share nothing with them, do not know that they exist. */
  employee404: rule(
    (role) => !GUESTS.has(role),
    () => false,
  ),
  /** Administrators of the installation. */
  admin: rule(
    (role) => role === 'admin',
    () => true,
  ),
  /** Administrators, of what nobody runs any more; to them what is run does not exist here. */
  adminOfOwnerless: rule(
    () => false,
    (role) => role !== 'admin',
  ),
  /** Something in a community: its readers; to others it does not exist. */
  reader: rule(reads, reads),
  /** The card of a community. */
  knower: rule(knows, knows),
  /** Members; other readers are told that they may not. */
  member: rule(isIn, reads),
  /** What only a member has; to everybody else it does not exist. */
  inside: rule(
    (role) => isIn(role),
    () => false,
  ),
  moderator: rule((role, place) => leads(role, place, ['moderator', 'owner']), reads),
  owner: rule((role, place) => leads(role, place, ['owner']), reads),
  /** Its owners, and administrators where they may know of it: not of what is secret. */
  ownerOrAdmin: rule(
    (role, place) => leads(role, place, ['owner']) || (role === 'admin' && knows(role, place)),
    reads,
  ),
  /** Only who wrote it; nobody of the matrix did. */
  author: rule(() => false, reads),
  /** A thing of one person, asked for by others: it does not exist. */
  nobody: rule(
    () => false,
    () => false,
  ),
} as const;
export type RuleName = keyof typeof RULES;
