type Schema = Record<string, any>;
type Resolve = (schema: Schema) => Schema;

/** A value that a field does not take, and what is wrong with it. */
export type Wrong = [what: string, value: unknown];

/** What no field of this schema may take. */
export function wrongFor(schema: Schema): Wrong[] {
  return [
    ...(schema.nullable ? [] : [['nothing', null] as Wrong]),
    ...(WRONG[schema.type as keyof typeof WRONG] ?? WRONG.object)(schema),
  ];
}

const NO_TEXT: Wrong[] = [
  ['a number', 7],
  ['true', true],
  ['an object', {}],
  ['an object that says it is text', { toString: 'x', length: 3 }],
  ['a list', ['x']],
];

const WRONG = {
  string: ({ minLength = 0, maxLength, format, enum: words }: Schema): Wrong[] => [
    ...NO_TEXT,
    ['a NUL', 'a\0b'],
    ...(maxLength ? [['too long', 'x'.repeat(maxLength + 1)] as Wrong] : []),
    ...(minLength > 0
      ? [['empty', ''] as Wrong, ['blanks', '   '] as Wrong, ['unseen', '\u200b'] as Wrong]
      : []),
    ...(words || format
      ? [['something else', 'nonsense'] as Wrong, ['a prototype', '__proto__'] as Wrong]
      : []),
  ],
  integer: ({ minimum, maximum }: Schema): Wrong[] => [
    ['text', 'x'],
    ['half', 1.5],
    ['an object', {}],
    ['a list', [1]],
    ['true', true],
    ...(minimum === undefined ? [] : [['too small', minimum - 1] as Wrong]),
    ...(maximum === undefined ? [] : [['too large', maximum + 1] as Wrong]),
  ],
  boolean: (): Wrong[] => [
    ['text', 'maybe'],
    ['a number', 1],
    ['an object', {}],
    ['a list', [true]],
  ],
  array: ({ items, maxItems = 0, minItems = 0 }: Schema): Wrong[] => [
    ['text', 'x'],
    ['a number', 7],
    ['an object', { length: 1 }],
    ['nothing in a list', [null]],
    ['a list in a list', [[]]],
    ...(items?.type === 'string'
      ? [['a number in a list', [7]] as Wrong]
      : [['text in a list', ['x']] as Wrong]),
    ...(maxItems ? [['too many', Array.from({ length: maxItems + 1 }, () => null)] as Wrong] : []),
    ...(minItems > 0 ? [['none', []] as Wrong] : []),
  ],
  object: (): Wrong[] => [
    ['text', 'x'],
    ['a number', 7],
    ['a list', []],
  ],
};

/** Every field of a body, also those inside others: its path, its schema, and a body with `value` at its place. */
export interface Field {
  path: string;
  schema: Schema;
  isRequired: boolean;
  with(body: object, value: unknown): object;
}

export function fieldsOf(body: Schema, resolve: Resolve): Field[] {
  return Object.entries((body.properties ?? {}) as Record<string, Schema>).flatMap(([name, given]) => {
    const schema = { ...resolve(given), ...(given.nullable && { nullable: true }) };
    const field: Field = {
      path: name,
      schema,
      isRequired: (body.required ?? []).includes(name),
      with: (base, value) => ({ ...base, [name]: value }),
    };
    const isList = schema.type === 'array';
    const inner = isList ? resolve(schema.items) : schema;
    if (!inner.properties) return [field];
    return [
      field,
      ...fieldsOf(inner, resolve).map((part) => ({
        ...part,
        path: isList ? `${name}.0.${part.path}` : `${name}.${part.path}`,
        with: (base: object, value: unknown) => {
          const there = (base as Schema)[name] ?? (isList ? [{}] : {});
          const changed = part.with(isList ? (there[0] ?? {}) : there, value);
          return { ...base, [name]: isList ? [changed] : changed };
        },
      })),
    ];
  });
}
