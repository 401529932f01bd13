import type { Kring } from '#server-testing';

/** In the table a parameter says what it is the id of. */
const MEANINGS: Array<[RegExp, string]> = [
  [/^(.* )\/threads\/{id}/, '$1/threads/{threadId}'],
  [/^(.* )\/posts\/{id}/, '$1/posts/{postId}'],
  [/^(.* )\/users\/{id}/, '$1/users/{userId}'],
  [/^(.* )\/files\/{id}/, '$1/files/{fileId}'],
  [/^(.* )\/sessions\/{id}/, '$1/sessions/{sessionId}'],
  [/^(.* )\/resets\/{token}/, '$1/resets/{resetToken}'],
  [/^(.* )\/invitations\/{id}/, '$1/invitations/{invitationId}'],
  [/^(DELETE .*\/members)\/{userId}/, '$1/{memberId}'],
  [/(\/members|\/requests)\/{userId}/, '$1/{requesterId}'],
  [/(communities.*\/invitations)\/{userId}/, '$1/{inviteeId}'],
  [/\/topics\/{name}/, '/topics/{topic}'],
];

/** Every operation of the OpenAPI document, as `METHOD /path`, without the prefix. */
export async function routesInTheDocument(kring: Kring): Promise<string[]> {
  const { body } = await kring.admin.api.get('//api/openapi.json');
  return Object.entries(body.paths as Record<string, object>)
    .flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    )
    .map((route) => asInTheTable(route.replace('/api/v1', '')))
    .sort();
}

export const asInTheTable = (route: string): string =>
  MEANINGS.reduce((text, [pattern, meaning]) => text.replace(pattern, meaning), route);
