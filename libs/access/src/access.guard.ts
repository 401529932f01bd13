import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Problem, Settings } from '#platform';
import { ADMIN_ONLY } from './admin-only.ts';
import { HouseRulesGate, OPEN_BEFORE_HOUSE_RULES } from './house-rules-gate.ts';
import { PUBLIC_ROUTES } from './public-routes.ts';
import { presentedToken } from './session-token.ts';
import { Sessions } from './sessions.ts';
import { Strangers } from './strangers.ts';
import type { Viewer } from './viewer.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

export type AuthenticatedRequest = FastifyRequest & { viewer?: Viewer };

/**
 * Stands before every route. Decides by the route that matched, not by the address that was typed, so no
 * spelling of a path goes round it.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly settings: Settings,
    private readonly reflector: Reflector,
    private readonly strangers: Strangers,
    private readonly houseRules: HouseRulesGate,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const presented = presentedToken(request.headers, this.settings.secure);
    if (!SAFE_METHODS.has(request.method)) this.refuseForeignOrigin(request, presented?.by === 'cookie');
    if (presented) request.viewer = await this.viewerOf(presented.token, request);
    if (isPublic(request)) return true;
    if (!request.viewer) throw await this.loggedOut(presented?.token);
    const adminOnly = this.reflector.getAllAndOverride<boolean>(ADMIN_ONLY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (adminOnly && !request.viewer.admin)
      throw new Problem('forbidden', { detail: 'Only administrators may do this.' });
    // An integration cannot read and agree; its token does not stop because somebody published rules in the night.
    if (presented?.by === 'cookie') await this.refuseBeforeHouseRules(request, request.viewer);
    return true;
  }

  private async refuseBeforeHouseRules(request: AuthenticatedRequest, viewer: Viewer): Promise<void> {
    if (SAFE_METHODS.has(request.method) || OPEN_BEFORE_HOUSE_RULES.has(routeOf(request))) return;
    const version = await this.houseRules.owedBy(viewer);
    if (version !== null) throw new Problem('rules-not-accepted', { more: { version } });
  }

  /** Whoever holds the token of a session that was one is told how it ended. */
  private async loggedOut(token: string | undefined): Promise<Problem> {
    const reason = token ? await this.sessions.whyEnded(token) : null;
    return new Problem('unauthenticated', reason ? { more: { reason } } : {});
  }

  /** Public routes are open to whoever has a wrong token, too: then nobody is asking. */
  private async viewerOf(token: string, request: AuthenticatedRequest): Promise<Viewer | undefined> {
    const known = this.sessions.hasMet(token);
    if (!known && (await this.strangers.areTooMany(request.ip))) {
      if (isPublic(request)) return undefined;
      throw await this.strangers.refusal(request.ip);
    }
    const viewer = await this.sessions.viewerOf(token);
    if (!viewer) await this.strangers.count(request.ip);
    return viewer ?? undefined;
  }

  /** A browser always says where a changing request comes from; with a cookie it must be Kring itself. */
  private refuseForeignOrigin({ headers }: FastifyRequest, byCookie: boolean): void {
    const { origin } = headers;
    const foreign = origin === undefined ? byCookie : !this.settings.allowedOrigins.includes(origin);
    if (foreign || headers['sec-fetch-site'] === 'cross-site')
      throw new Problem('origin-refused', {
        detail: `Send "Origin: ${this.settings.origin}" with a request that changes something.`,
      });
  }
}

const isPublic = (request: FastifyRequest): boolean => PUBLIC_ROUTES.has(routeOf(request));

const routeOf = ({ method, routeOptions }: FastifyRequest): string =>
  `${method === 'HEAD' ? 'GET' : method} ${routeOptions.url}`;
