import { randomUUID } from 'node:crypto';
import type { RuleName } from './rules.ts';
import type { Scene } from './scene.ts';

export interface Expectation {
  rule: RuleName;
  /** A good body, so that only access decides. */
  body?: (scene: Scene) => object;
  /** Query string. */
  query?: string;
  /** Ends or replaces the session that asks: the person logs in anew afterwards. */
  session?: 'changes';
}

/**
 * Who may do what: every route of the OpenAPI document. A route that is missing here fails the build; so does
 * one here that no longer exists.
 */
export const TABLE: Record<string, Expectation> = {
  'GET /setup': { rule: 'public' },
  'POST /setup': {
    rule: 'public',
    body: () => ({
      code: 'a-code-for-tests',
      organisation: { name: 'Again' },
      admin: { name: 'Again', email: 'again@example.com', password: 'dijkgraaf-fiets-47' },
    }),
  },
  'GET /system': { rule: 'admin' },
  'POST /client-errors': {
    rule: 'public',
    body: () => ({ name: 'TypeError', screen: '/communities/$communityId', frames: [] }),
  },
  'POST /session': {
    rule: 'public',
    session: 'changes',
    body: () => ({ email: 'ada@example.com', password: 'dijkgraaf-fiets-47' }),
  },
  'GET /session': { rule: 'anyone' },
  'DELETE /session': { rule: 'anyone', session: 'changes' },
  'GET /sessions': { rule: 'anyone' },
  'DELETE /sessions': { rule: 'anyone', session: 'changes' },
  'DELETE /sessions/{sessionId}': { rule: 'nobody' },
  'GET /resets/{resetToken}': { rule: 'public' },
  'POST /resets/{resetToken}': {
    rule: 'public',
    body: () => ({ password: 'dijkgraaf-fiets-47' }),
  },
  'GET /invitations': { rule: 'admin' },
  'POST /invitations/many': {
    rule: 'admin',
    body: () => ({ role: 'member', people: [{ email: 'one.of.many@example.com' }] }),
  },
  'POST /invitations': { rule: 'admin', body: () => ({ role: 'member' }) },
  'DELETE /invitations/{invitationId}': { rule: 'admin' },
  'GET /invitations/{token}': { rule: 'public' },
  'POST /invitations/{token}/accept': {
    rule: 'public',
    session: 'changes',
    body: ({ topic }) => ({ name: 'New', email: `${topic}@example.com`, password: 'dijkgraaf-fiets-47' }),
  },

  'GET /organisation': { rule: 'public' },
  'PATCH /organisation': { rule: 'admin', body: () => ({ accent: '#153f86', version: 1 }) },
  'GET /organisation/logo/{logoId}': { rule: 'public' },

  'GET /house-rules': { rule: 'anyone' },
  'GET /house-rules/state': { rule: 'admin' },
  'GET /house-rules/acceptances': { rule: 'admin', query: '?state=missing' },
  'POST /house-rules/preview': { rule: 'admin', body: () => ({ body: '# Rules' }) },
  // Of an older version, so that the scene stays without rules: it is refused with 412, which is no refusal of access.
  'POST /house-rules': { rule: 'admin', body: () => ({ body: '# Rules', version: 999 }) },
  'PUT /house-rules/acceptance': { rule: 'anyone', body: () => ({ version: 999 }) },
  'DELETE /house-rules': { rule: 'admin' },

  'GET /users': { rule: 'anyone' },
  'GET /users/chart': { rule: 'employee' },
  'GET /users/filters': { rule: 'anyone' },
  'GET /users/suggestions': { rule: 'anyone' },
  'GET /users/{userId}': { rule: 'employee404' },
  'GET /users/{userId}/threads': { rule: 'employee404' },
  'GET /users/{userId}/reports': { rule: 'employee404' },
  'GET /users/{userId}/communities': { rule: 'employee404' },
  'PATCH /users/me': { rule: 'anyone', body: () => ({ title: 'Engineer', version: 999 }) },
  'PUT /users/me/password': {
    rule: 'anyone',
    body: () => ({ current: 'dijkgraaf-fiets-47', password: 'dijkgraaf-fiets-47' }),
    session: 'changes',
  },
  'PATCH /users/{userId}': { rule: 'admin', body: () => ({ role: 'admin' }) },
  'POST /users/{userId}/reset-link': { rule: 'admin' },
  'GET /users/{userId}/sessions': { rule: 'admin' },
  'DELETE /users/{userId}/sessions': { rule: 'admin' },
  'DELETE /users/{userId}/sessions/{sessionId}': { rule: 'admin' },
  'POST /users/{userId}/deactivate': { rule: 'admin' },
  'POST /users/{userId}/reactivate': { rule: 'admin' },
  'POST /users/{userId}/follow': { rule: 'employee404' },
  'DELETE /users/{userId}/follow': { rule: 'employee404' },

  'GET /communities': { rule: 'anyone' },
  'POST /communities': {
    rule: 'employee',
    body: () => ({ name: 'New', kind: 'group', visibility: 'public' }),
  },
  'GET /communities/suggestions': { rule: 'anyone' },
  'GET /communities/without-owner': { rule: 'admin' },
  'GET /communities/overview': { rule: 'admin' },
  'GET /communities/counts': { rule: 'admin' },
  'PUT /communities/{id}/owner': {
    rule: 'adminOfOwnerless',
    body: ({ requesterId }) => ({ userId: requesterId }),
  },
  'GET /communities/unread': { rule: 'anyone' },
  'GET /communities/{id}': { rule: 'knower' },
  'PATCH /communities/{id}': { rule: 'moderator', body: () => ({ purpose: 'Other', version: 1 }) },
  'DELETE /communities/{id}': { rule: 'ownerOrAdmin' },
  'POST /communities/{id}/restore': { rule: 'ownerOrAdmin' },
  'POST /communities/{id}/join': { rule: 'knower' },
  'POST /communities/{id}/leave': { rule: 'reader' },
  'GET /communities/{id}/members': { rule: 'reader' },
  'PUT /communities/{id}/members/{requesterId}': {
    rule: 'moderator',
    body: () => ({ role: 'member' }),
  },
  'DELETE /communities/{id}/members/{memberId}': { rule: 'moderator' },
  'PATCH /communities/{id}/membership': { rule: 'inside', body: () => ({ level: 'all' }) },
  'GET /communities/{id}/mentionables': { rule: 'reader', query: '?q=a' },
  'GET /communities/{id}/requests': { rule: 'moderator' },
  'DELETE /communities/{id}/requests/{requesterId}': { rule: 'moderator' },
  'GET /communities/{id}/invitations': { rule: 'moderator' },
  'POST /communities/{id}/invitations': {
    rule: 'moderator',
    body: ({ requesterId }) => ({ userIds: [requesterId] }),
  },
  'DELETE /communities/{id}/invitations/{inviteeId}': { rule: 'moderator' },
  'POST /communities/{id}/milestones': { rule: 'moderator', body: () => ({ title: 'Roof' }) },
  'PATCH /communities/{id}/milestones/{milestoneId}': {
    rule: 'moderator',
    body: () => ({ done: true }),
  },
  'DELETE /communities/{id}/milestones/{milestoneId}': { rule: 'moderator' },
  'POST /communities/{id}/read': { rule: 'member' },

  'GET /communities/{id}/threads': { rule: 'reader' },
  'GET /communities/{id}/files': { rule: 'reader' },
  'GET /communities/{id}/activity': { rule: 'reader' },
  'POST /communities/{id}/threads': { rule: 'member', body: () => ({ kind: 'update', body: 'Hello' }) },
  'GET /threads/{threadId}': { rule: 'reader' },
  'PATCH /threads/{threadId}': { rule: 'moderator', body: () => ({ pinned: true }) },
  'PUT /threads/{threadId}/acknowledgement': { rule: 'reader' },
  'GET /threads/{threadId}/acknowledgements': { rule: 'moderator' },
  'GET /threads/{threadId}/posts': { rule: 'reader' },
  'POST /threads/{threadId}/posts': { rule: 'member', body: () => ({ body: 'Hello' }) },
  'PUT /threads/{threadId}/read': { rule: 'reader', body: () => ({ position: 1 }) },
  'PUT /threads/{threadId}/follow': { rule: 'reader', body: () => ({ state: 'following' }) },
  'PUT /threads/{threadId}/bookmark': { rule: 'reader' },
  'DELETE /threads/{threadId}/bookmark': { rule: 'reader' },
  'GET /posts/{postId}': { rule: 'reader' },
  'PATCH /posts/{postId}': { rule: 'author', body: () => ({ body: 'Other', version: 1 }) },
  'DELETE /posts/{postId}': { rule: 'moderator' },
  'GET /posts/{postId}/edits': { rule: 'reader' },
  'GET /posts/{postId}/reactions': { rule: 'reader' },
  'PUT /posts/{postId}/reactions/{emoji}': { rule: 'reader' },
  'DELETE /posts/{postId}/reactions/{emoji}': { rule: 'reader' },
  'GET /files/{fileId}': { rule: 'reader' },
  'POST /files': { rule: 'anyone' },

  'GET /conversations': { rule: 'anyone' },
  'GET /drafts': { rule: 'anyone' },
  'GET /drafts/{draftPlace}': { rule: 'nobody' },
  'PUT /drafts/{draftPlace}': { rule: 'anyone', body: () => ({ body: 'Half a thought' }) },
  'DELETE /drafts/{draftPlace}': { rule: 'anyone' },

  'GET /feeds/home': { rule: 'anyone' },
  'GET /feeds/home/count': { rule: 'anyone', query: '?since=2026-01-01T00:00:00.000Z' },
  'GET /feeds/everything/count': { rule: 'anyone', query: '?since=2026-01-01T00:00:00.000Z' },
  'GET /feeds/unanswered/count': { rule: 'anyone', query: '?since=2026-01-01T00:00:00.000Z' },
  'GET /feeds/everything': { rule: 'anyone' },
  'GET /feeds/unanswered': { rule: 'anyone' },
  'GET /feeds/bookmarks': { rule: 'anyone' },
  'GET /feeds/unacknowledged': { rule: 'anyone' },
  'GET /feeds/topics/{topic}': { rule: 'anyone' },
  'POST /feeds/read': { rule: 'anyone' },
  'GET /catch-up': { rule: 'anyone' },
  'GET /catch-up/count': { rule: 'anyone' },
  'POST /catch-up/done': {
    rule: 'anyone',
    body: ({ threadId, communityId }) => ({
      until: '2026-01-01T00:00:00.000Z',
      threads: [{ id: threadId, position: 1 }],
      communityIds: [communityId],
      everything: true,
    }),
  },
  'POST /catch-up/undo': { rule: 'nobody', body: ({ userId }) => ({ id: userId }) },
  'GET /topics': { rule: 'anyone' },
  'PUT /topics/{topic}/follow': { rule: 'anyone' },
  'DELETE /topics/{topic}/follow': { rule: 'anyone' },
  'GET /notifications': { rule: 'anyone' },
  'GET /notifications/unread': { rule: 'anyone' },
  'POST /notifications/read': { rule: 'anyone', body: () => ({}) },
  'POST /notifications/unread': { rule: 'anyone', body: ({ communityId }) => ({ ids: [communityId] }) },
  'GET /notifications/settings': { rule: 'anyone' },
  'PATCH /notifications/settings': { rule: 'anyone', body: () => ({ pause: 'none' }) },
  'GET /notifications/preview': { rule: 'anyone' },
  'PUT /memberships/levels': {
    rule: 'anyone',
    body: ({ communityId }) => ({ communityIds: [communityId], level: 'threads' }),
  },
  'GET /push': { rule: 'anyone' },
  'PUT /push/subscription': {
    rule: 'anyone',
    body: () => ({
      endpoint: `https://push.example.com/${randomUUID()}`,
      keys: { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) },
    }),
  },
  'DELETE /push/subscription': { rule: 'anyone' },
  'POST /push/test': { rule: 'anyone' },
  'GET /search': { rule: 'anyone', query: '?q=canary' },
};
