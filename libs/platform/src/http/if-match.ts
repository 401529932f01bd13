import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { wrongField } from './problem.ts';

/** For routes that take a version as `If-Match`. */
export const TakesIfMatch = () =>
  ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The version that was edited, quoted or not.',
  });

/** That header, as it was sent. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined =>
    context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'],
);

/**
 * The version that a change was made of: in the body, or as `If-Match` (`3`, `"3"` or `W/"3"`).
 * @throws Problem invalid-input when the header is no version, or both are given and differ
 */
export function expectedVersion(inBody: number | undefined, ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined) return inBody;
  const inHeader = /^(?:W\/)?"?(\d{1,9})"?$/.exec(ifMatch.trim())?.[1];
  if (inHeader === undefined) throw wrongField('If-Match', 'wrong', 'must be a version, such as "3"');
  if (inBody !== undefined && inBody !== Number(inHeader))
    throw wrongField('version', 'wrong', 'must be the same as If-Match');
  return Number(inHeader);
}
