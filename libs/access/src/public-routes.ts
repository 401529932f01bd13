/** The routes that need no log-in. Everything else is refused without one; a new route is closed by default. */
export const PUBLIC_ROUTES: ReadonlySet<string> = new Set([
  'GET /healthz',
  'GET /readyz',
  'GET /metrics',
  'GET /manifest.webmanifest',
  'GET /api/openapi.json',
  'GET /api/v1/setup',
  'POST /api/v1/setup',
  'GET /api/v1/organisation',
  'GET /api/v1/organisation/logo/:logoId',
  'POST /api/v1/session',
  'POST /api/v1/client-errors',
  'GET /api/v1/resets/:token',
  'POST /api/v1/resets/:token',
  'GET /api/v1/invitations/:token',
  'POST /api/v1/invitations/:token/accept',
]);
