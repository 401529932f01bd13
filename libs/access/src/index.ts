export { AccessGuard } from './access.guard.ts';
export { AdminOnly } from './admin-only.ts';
export { CurrentViewer } from './current-viewer.ts';
export { HouseRulesGate } from './house-rules-gate.ts';
export { PUBLIC_ROUTES } from './public-routes.ts';
export {
  knownCommunity,
  mayKnowOf,
  mayRead,
  type Readability,
  readableCommunity,
  visiblePerson,
} from './readable.ts';
export { presentedToken, sessionCookie } from './session-token.ts';
export { Sessions, type WhyLoggedOut } from './sessions.ts';
export { Strangers } from './strangers.ts';
export { type Role, type Viewer, viewerOf } from './viewer.ts';
