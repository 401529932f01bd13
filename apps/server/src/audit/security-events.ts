/**
 * What changes who may do what, by the route that does it. Each request to one of them makes one record, also when it
 * was refused: `audit-trail.ts`.
 */
export const SECURITY_EVENTS: Readonly<Record<string, string>> = {
  'POST /api/v1/setup': 'installation.set-up',
  'POST /api/v1/session': 'session.begin',
  'DELETE /api/v1/session': 'session.end',
  'DELETE /api/v1/sessions': 'session.end-all-others',
  'DELETE /api/v1/sessions/:id': 'session.end-other',
  'DELETE /api/v1/users/:id/sessions': 'session.end-all-of-person',
  'DELETE /api/v1/users/:id/sessions/:sessionId': 'session.end-of-person',
  'PUT /api/v1/users/me/password': 'password.change',
  'POST /api/v1/users/:id/reset-link': 'password.make-reset-link',
  'POST /api/v1/resets/:token': 'password.reset',
  'POST /api/v1/invitations': 'invitation.make',
  'POST /api/v1/invitations/many': 'invitation.make-many',
  'DELETE /api/v1/invitations/:id': 'invitation.revoke',
  'POST /api/v1/invitations/:token/accept': 'invitation.accept',
  'PATCH /api/v1/users/:id': 'person.change-role',
  'POST /api/v1/users/:id/deactivate': 'person.deactivate',
  'POST /api/v1/users/:id/reactivate': 'person.reactivate',
  'PATCH /api/v1/organisation': 'organisation.change',
  'PATCH /api/v1/communities/:id': 'community.change',
  'PUT /api/v1/communities/:id/members/:userId': 'community.change-member',
  'DELETE /api/v1/communities/:id/members/:userId': 'community.remove-member',
  'POST /api/v1/house-rules': 'house-rules.publish',
  'DELETE /api/v1/house-rules': 'house-rules.end',
};
