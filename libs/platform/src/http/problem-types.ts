/**
 * Every way in which Kring says no: the stable end of `type`, the status, and a title. The web client has a
 * message for each in each language.
 */
export const PROBLEMS = {
  'invalid-input': [400, 'Some of what was sent is not right'],
  'malformed-request': [400, 'The request cannot be read'],
  unauthenticated: [401, 'Log in first'],
  'wrong-credentials': [401, 'E-mail address or password is wrong'],
  'origin-refused': [403, 'The request does not come from Kring itself'],
  forbidden: [403, 'You may not do this'],
  'rules-not-accepted': [403, 'Accept the house rules first'],
  'wrong-setup-code': [403, 'The set-up code is wrong'],
  'not-found': [404, 'There is nothing here, or you may not see it'],
  'method-not-allowed': [405, 'This cannot be done here'],
  'already-set-up': [409, 'This installation has been set up already'],
  'not-set-up': [409, 'This installation has not been set up yet'],
  'email-taken': [409, 'There is an account with this e-mail address already'],
  'last-admin': [409, 'An installation needs an administrator'],
  'last-owner-cannot-leave': [409, 'Make somebody else owner first'],
  'cannot-leave': [409, 'This community cannot be left'],
  'already-member': [409, 'Is a member already'],
  'community-archived': [409, 'This community is archived'],
  'thread-closed': [409, 'This thread is closed'],
  'post-deleted': [409, 'This post was deleted'],
  'too-many-reactions': [409, 'You gave this post enough reactions'],
  'too-many-topics': [409, 'You follow enough topics'],
  'too-many-drafts': [409, 'You have enough drafts'],
  'file-in-use': [409, 'This file is in use already'],
  'stale-version': [412, 'Somebody changed it in the meantime'],
  'too-large': [413, 'That is too large'],
  'unsupported-media-type': [415, 'This kind of content is not accepted'],
  'id-reused': [422, 'This id was used for something else'],
  'too-many-requests': [429, 'Too many requests'],
  internal: [500, 'Something went wrong on our side'],
  unavailable: [503, 'Not available for a moment'],
  'storage-full': [507, 'There is no room left for files'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof PROBLEMS;
