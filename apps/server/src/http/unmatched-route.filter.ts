import { type ArgumentsHost, Catch, type ExceptionFilter, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerProblem, Problem } from '#platform';
import type { KnownPaths } from './known-paths.ts';
import { sendStartPage } from './web-client.ts';

const NOT_A_VIEW = /^\/+(api|socket\.io|assets|metrics|healthz|readyz)\b|\.\w+$/i;

/**
 * Answers what no route matched: the web client's start page for an address of one of its views, 405 for a
 * known path with another method, else 404. (A lib never throws NotFoundException; it throws a Problem.)
 */
@Catch(NotFoundException)
export class UnmatchedRouteFilter implements ExceptionFilter {
  constructor(
    private readonly known: KnownPaths,
    private readonly webClientIsBuilt: boolean,
    private readonly secure: boolean,
  ) {}

  catch(_: NotFoundException, host: ArgumentsHost): unknown {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const [path = ''] = request.url.split('?');
    const methods = this.known.methodsOf(path);
    if (methods.length > 0 && !methods.includes(request.method)) {
      reply.header('Allow', methods.join(', '));
      return answerProblem(reply, new Problem('method-not-allowed'));
    }
    if (this.webClientIsBuilt && request.method === 'GET' && !NOT_A_VIEW.test(path))
      return sendStartPage(request, reply, this.secure);
    return answerProblem(reply, new Problem('not-found'));
  }
}
