import { applyDecorators, HttpCode } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiProperty,
  ApiPropertyOptional,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';

type Made = abstract new (...args: never[]) => unknown;

interface ShownOptions {
  /** Needed where TypeScript tells nothing at run time: `X | null`, lists. */
  type?: Made | Made[] | (() => Made) | readonly string[];
  nullable?: boolean;
  optional?: boolean;
  about?: string;
  format?: string;
}

/** A property of an answer, for the OpenAPI document. A list of strings as `type` is an enumeration. */
export function Shown({ type, nullable, optional, about, format }: ShownOptions = {}): PropertyDecorator {
  const words = Array.isArray(type) && typeof type[0] === 'string';
  const options = {
    ...(words ? { type: String, enum: type } : type ? { type } : {}),
    ...(format && { format }),
    ...(nullable && { nullable }),
    ...(about && { description: about }),
  };
  return optional ? ApiPropertyOptional(options as object) : ApiProperty(options as object);
}

/** A page of a list. */
export interface Page<T> {
  items: T[];
  /** Hand it back as `cursor` for the next page; null at the end. */
  next: string | null;
}

const problemResponse = (status: number | 'default', description: string) =>
  ApiResponse({
    status: status as number,
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });

/** What a route answers. Without a view: nothing, with status 204. */
export function Answers(view?: Made, { status = view ? 200 : 204, about = '' } = {}): MethodDecorator {
  return applyDecorators(
    HttpCode(status),
    ApiResponse({ status, description: about, ...(view && { type: view as never }) }),
    problemResponse('default', 'What went wrong'),
  );
}

/** A page of `view`. */
export function AnswersPage(view: Made, { about = '' } = {}): MethodDecorator {
  return applyDecorators(
    HttpCode(200),
    ApiExtraModels(view as never),
    ApiResponse({
      status: 200,
      description: about,
      schema: {
        type: 'object',
        required: ['items', 'next'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(view as never) } },
          next: {
            type: 'string',
            nullable: true,
            description: 'The `cursor` of the next page; null at the end.',
          },
        },
      },
    }),
    problemResponse('default', 'What went wrong'),
  );
}

/** The bytes of a file; nothing, with 304, for who has them already. */
export function AnswersFile(mediaType: string, { about = '' } = {}): MethodDecorator {
  return applyDecorators(
    HttpCode(200),
    ApiResponse({
      status: 200,
      description: about,
      content: { [mediaType]: { schema: { type: 'string', format: 'binary' } } },
    }),
    ApiResponse({ status: 304, description: 'As `If-None-Match` says: you have it.' }),
    problemResponse('default', 'What went wrong'),
  );
}
