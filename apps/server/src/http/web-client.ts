import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { presentedToken } from '#access';

/** Files under assets/ carry a hash in their name; everything else is asked for anew. */
const FOREVER = 'public, max-age=31536000, immutable';

/** Who is logged in is what the client asks first: so the answer is there when its scripts are. */
const ASKED_FIRST = askedWith('/session');
/** And what the first page shows, in the very words of the client (fetchThreads). */
const ASKED_AT_HOME = `${ASKED_FIRST}, ${askedWith('/feeds/home?sort=activity')}`;

/** Serves the files of the built web client, as the build compressed them. Answers whether there is one. */
export function webClient(fastify: FastifyInstance, folder: string): boolean {
  if (!existsSync(join(folder, 'index.html'))) return false;
  fastify.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('Cache-Control', path.includes('/assets/') ? FOREVER : 'no-cache');
      reply.header('Vary', 'Accept-Encoding');
    },
  });
  return true;
}

/** The page that is the same for every address of a view. */
export function sendStartPage(request: FastifyRequest, reply: FastifyReply, secure: boolean): unknown {
  if (presentedToken(request.headers, secure))
    reply.header('Link', request.url === '/' ? ASKED_AT_HOME : ASKED_FIRST);
  return reply.status(200).sendFile('index.html');
}

function askedWith(path: string): string {
  return `</api/v1${path}>; rel=preload; as=fetch; crossorigin`;
}
