import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AuthenticatedRequest } from './access.guard.ts';

/** The viewer of this request. On public routes it may be missing: ask for `Viewer | undefined` there. */
export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<AuthenticatedRequest>().viewer;
});
