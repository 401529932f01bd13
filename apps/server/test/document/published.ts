import { Ajv, type ValidateFunction } from 'ajv';
import type { Kring } from '#server-testing';

type Schema = Record<string, any>;

/** One operation, as a client that knows only the document would know it. */
export interface Operation {
  /** As the table of access writes it: `GET /threads/{id}`. */
  route: string;
  method: string;
  path: string;
  query: Schema[];
  body: Schema | undefined;
  responses: Record<string, Schema>;
}

const ROOT = 'https://kring.example/openapi.json';
const FORMATS = {
  uuid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  date: /^\d{4}-\d\d-\d\d$/,
  email: /^[^@\s]+@[^@\s]+$/,
  binary: true,
} as const;

/** `/api/openapi.json`, read as strictly as it can be: what a schema does not name must not be there. */
export class Published {
  private readonly ajv: Ajv;
  private readonly compiled = new Map<Schema, ValidateFunction>();

  private constructor(private readonly document: Schema) {
    this.ajv = new Ajv({ strict: false, allErrors: true, formats: FORMATS });
    const schemas = Object.entries(document.components.schemas as Record<string, Schema>);
    this.ajv.addSchema({
      $id: ROOT,
      components: { schemas: Object.fromEntries(schemas.map(([name, schema]) => [name, closed(schema)])) },
    });
  }

  static async by(kring: Kring): Promise<Published> {
    return new Published((await kring.admin.api.get('//api/openapi.json')).body);
  }

  get operations(): Operation[] {
    return Object.entries(this.document.paths as Record<string, Record<string, Schema>>).flatMap(
      ([path, of]) =>
        Object.entries(of).map(([method, { parameters = [], requestBody, responses }]) => ({
          route: `${method.toUpperCase()} ${path.replace('/api/v1', '')}`,
          method: method.toUpperCase(),
          path,
          query: parameters.filter((parameter: Schema) => parameter.in === 'query'),
          body: this.resolved(requestBody?.content['application/json']?.schema),
          responses,
        })),
    );
  }

  /** Where an answer is not as the document says; nothing when it is. */
  differences(
    { responses }: Operation,
    answer: { status: number; body: unknown; headers: Headers },
  ): string[] {
    const response = responses[answer.status] ?? (answer.status >= 400 ? responses.default : undefined);
    if (!response) return [`status ${answer.status} is not documented`];
    const [documented] = Object.entries((response.content ?? {}) as Record<string, Schema>);
    if (!documented) return answer.body ? ['a body where none is documented'] : [];
    const [type, { schema }] = documented;
    const sent = answer.headers.get('content-type') ?? '';
    if (schema.format === 'binary') return [];
    if (!sent.startsWith(type)) return [`${sent} instead of ${type}`];
    const validate = this.compiled.get(schema) ?? this.ajv.compile(closed(schema));
    this.compiled.set(schema, validate);
    if (validate(answer.body)) return [];
    return validate.errors!.map(
      ({ instancePath, message, params }) => `${instancePath}: ${message} ${JSON.stringify(params)}`,
    );
  }

  /** The schema itself, where it is named elsewhere. */
  resolved(schema: Schema | undefined): Schema | undefined {
    const name = (schema?.$ref ?? schema?.allOf?.[0]?.$ref)?.split('/').at(-1);
    return name ? this.document.components.schemas[name] : schema;
  }
}

/** Of OpenAPI 3.0, as JSON Schema, with no room for more than is named. */
function closed(schema: Schema): Schema {
  const { nullable, allOf, properties, items, oneOf, $ref, ...rest } = schema;
  const one: Schema = {
    ...rest,
    ...($ref && { $ref: `${ROOT}${$ref}` }),
    ...(allOf && { allOf: allOf.map(closed) }),
    ...(oneOf && { oneOf: oneOf.map(closed) }),
    ...(items && { items: closed(items) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties as Record<string, Schema>).map(([name, inner]) => [name, closed(inner)]),
      ),
      additionalProperties: rest.additionalProperties ?? false,
    }),
  };
  return nullable ? { anyOf: [one, { type: 'null' }] } : one;
}
