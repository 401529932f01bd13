import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';

/**
 * The fields that requests are made of. Each decorator checks, tidies and documents at once, so that what
 * /api/docs says is what is enforced.
 */
export interface FieldOptions {
  optional?: boolean;
  /** null is allowed and means "none". */
  nullable?: boolean;
  about?: string;
  example?: unknown;
}

/** C0 and C1 controls; tab and line ends only where several lines are meant. */
const CONTROLS = /\p{Cc}/u;
const CONTROLS_BUT_LINES = /[^\P{Cc}\t\n\r]/u;
/** Characters that turn the direction of what follows, or hide: a name must look like what it is. */
const BIDI_CONTROLS = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;

/** Some characters take room, or none, and show nothing: a name of them alone looks like no name. */
const SEEN = /[^\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

const because = (code: string, message: string, parameters: object = {}) => ({
  message,
  context: { code, ...parameters },
});

function field(
  options: FieldOptions,
  api: ApiPropertyOptions,
  ...rules: PropertyDecorator[]
): PropertyDecorator {
  const given = (_: object, value: unknown) =>
    !(options.optional && value === undefined) && !(options.nullable && value === null);
  return applyDecorators(
    ApiProperty({
      required: !options.optional,
      nullable: options.nullable,
      description: options.about,
      example: options.example,
      ...api,
    } as ApiPropertyOptions),
    ValidateIf(given),
    ...rules,
  );
}

interface TextOptions extends FieldOptions {
  max: number;
  min?: number;
  /** Allows line ends and tabs, and keeps leading and trailing space. */
  lines?: boolean;
  /** Keeps the text to the letter: passwords. */
  verbatim?: boolean;
}

/** Text of `min` (1) to `max` characters after trimming. */
export function Text({ max, min = 1, lines, verbatim, ...options }: TextOptions): PropertyDecorator {
  const forbidden = lines ? CONTROLS_BUT_LINES : CONTROLS;
  const clean = (text: string) => !forbidden.test(text) && (lines || verbatim || !BIDI_CONTROLS.test(text));
  return field(
    options,
    { type: String, minLength: min, maxLength: max },
    Transform(({ value }) => (typeof value === 'string' && !verbatim ? tidy(value, lines) : value)),
    IsString(because('not-a-string', 'must be text')),
    Satisfies(clean, because('control-characters', 'must not contain control characters')),
    Satisfies((text) => verbatim || text === '' || SEEN.test(text), because('required', 'must not be empty')),
    MinLength(
      min,
      min === 1
        ? because('required', 'must not be empty')
        : because('too-short', `needs at least ${min} characters`, { min }),
    ),
    MaxLength(max, because('too-long', `may have at most ${max} characters`, { max })),
  );
}

const tidy = (text: string, lines?: boolean): string => {
  const normal = text.normalize('NFC');
  return lines
    ? normal
        .replace(/\r\n?/g, '\n')
        .replace(/^\s*\n/, '')
        .trimEnd()
    : normal.trim();
};

function Satisfies(test: (text: string) => boolean, options: ValidationOptions): PropertyDecorator {
  const validate = (value: unknown) => typeof value === 'string' && test(value);
  return ValidateBy({ name: `satisfies ${options.context.code}`, validator: { validate } }, options);
}

/** An e-mail address, lower-cased. Quoted local parts, lists and comments are refused. */
export function EmailField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: String, format: 'email', maxLength: 254 },
    Transform(({ value }) => (typeof value === 'string' ? value.trim().toLowerCase() : value)),
    IsString(because('not-a-string', 'must be text')),
    MaxLength(254, because('too-long', 'may have at most 254 characters', { max: 254 })),
    IsEmail({ require_tld: false }, because('not-an-email', 'must be one e-mail address')),
    Matches(/^[^\s"',;:<>()[\]\\]+$/, because('not-an-email', 'must be one e-mail address')),
  );
}

/** A UUID. */
export function IdField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: String, format: 'uuid' },
    Transform(({ value }) => (typeof value === 'string' ? value.toLowerCase() : value)),
    IsUUID('all', because('not-an-id', 'must be an id')),
  );
}

/** A UUIDv7 that the client made. */
export function NewIdField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { optional: true, about: 'A UUIDv7 made by the client: sent twice, it makes one.', ...options },
    { type: String, format: 'uuid' },
    Transform(({ value }) => (typeof value === 'string' ? value.toLowerCase() : value)),
    IsUUID('7', because('not-an-id', 'must be a UUIDv7')),
  );
}

/** Several UUIDs, each once. */
export function IdsField({
  max,
  min = 0,
  ...options
}: FieldOptions & { max: number; min?: number }): PropertyDecorator {
  return field(
    options,
    { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: max, minItems: min },
    IsArray(because('not-a-list', 'must be a list')),
    ArrayMinSize(min, because('too-short', `needs at least ${min}`, { min })),
    ArrayMaxSize(max, because('too-long', `may have at most ${max}`, { max })),
    ArrayUnique(because('not-unique', 'must not repeat')),
    IsUUID('all', { each: true, ...because('not-an-id', 'must be ids') }),
  );
}

/** Several short texts. */
export function TextsField({
  max,
  each,
  ...options
}: FieldOptions & { max: number; each: number }): PropertyDecorator {
  return field(
    options,
    { type: 'array', items: { type: 'string', maxLength: each }, maxItems: max },
    Transform(({ value }) =>
      Array.isArray(value) ? value.map((item) => (typeof item === 'string' ? tidy(item) : item)) : value,
    ),
    IsArray(because('not-a-list', 'must be a list')),
    ArrayMaxSize(max, because('too-long', `may have at most ${max}`, { max })),
    IsString({ each: true, ...because('not-a-string', 'must be texts') }),
    MinLength(1, { each: true, ...because('required', 'must not be empty') }),
    MaxLength(each, {
      each: true,
      ...because('too-long', `may have at most ${each} characters`, { max: each }),
    }),
    Matches(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u, {
      each: true,
      ...because('control-characters', 'must not contain control characters'),
    }),
  );
}

/** One of a few words. */
export function OneOf(allowed: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: String, enum: [...allowed] },
    IsIn([...allowed], because('not-allowed', `must be one of ${allowed.join(', ')}`, { allowed })),
  );
}

/** Some of a few words, or of numbers in a row, each once. */
export function SomeOf(
  allowed: readonly string[] | readonly number[],
  options: FieldOptions = {},
): PropertyDecorator {
  const items =
    typeof allowed[0] === 'number'
      ? { type: 'integer', minimum: allowed[0], maximum: Number(allowed.at(-1)) }
      : { type: 'string', enum: [...allowed] };
  return field(
    options,
    { type: 'array', items, maxItems: allowed.length } as ApiPropertyOptions,
    IsArray(because('not-a-list', 'must be a list')),
    ArrayMaxSize(allowed.length, because('too-long', `may have at most ${allowed.length}`)),
    ArrayUnique(because('not-unique', 'must not repeat')),
    IsIn([...allowed], {
      each: true,
      ...because('not-allowed', `must be of ${allowed.join(', ')}`, { allowed }),
    }),
  );
}

/** A time of the clock, `22:00`; up to `24:00` where an end is meant. */
export function ClockTime({ end, ...options }: FieldOptions & { end?: boolean } = {}): PropertyDecorator {
  const time = end ? /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/ : /^(?:[01]\d|2[0-3]):[0-5]\d$/;
  return field(
    options,
    { type: String, example: '22:00', pattern: time.source },
    Matches(time, because('not-a-time', 'must be a time like 22:00')),
  );
}

/** A whole number; in a query string too. */
export function Whole({
  min,
  max,
  ...options
}: FieldOptions & { min: number; max: number }): PropertyDecorator {
  return field(
    options,
    { type: 'integer', minimum: min, maximum: max },
    Transform(({ value }) =>
      typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
    ),
    IsInt(because('not-a-number', 'must be a whole number')),
    Min(min, because('out-of-range', `must be ${min} to ${max}`, { min, max })),
    Max(max, because('out-of-range', `must be ${min} to ${max}`, { min, max })),
  );
}

/** true or false; in a query string too. */
export function Flag(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: Boolean },
    Transform(({ obj, key }) => (obj[key] === 'true' ? true : obj[key] === 'false' ? false : obj[key])),
    IsBoolean(because('not-a-boolean', 'must be true or false')),
  );
}

/** A calendar day, `YYYY-MM-DD`. */
export function Day(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: String, format: 'date', example: '2026-03-01' },
    Matches(/^(19|20|21)\d\d-\d\d-\d\d$/, because('not-a-date', 'must be a date like 2026-03-01')),
    Satisfies(isRealDay, because('not-a-date', 'must be a date like 2026-03-01')),
  );
}

const isRealDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

/** A moment as answers carry it, `2026-03-01T12:00:00.000Z`. */
export function Moment(options: FieldOptions = {}): PropertyDecorator {
  const wrong = because('not-a-moment', 'must be a moment like 2026-03-01T12:00:00.000Z');
  return field(
    options,
    { type: String, format: 'date-time', example: '2026-03-01T12:00:00.000Z' },
    Matches(/^(19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/, wrong),
    Satisfies((moment) => isRealDay(moment.slice(0, 10)) && !Number.isNaN(Date.parse(moment)), wrong),
  );
}

/** A list of objects, each checked as `kind`. */
export function Parts<T extends object>(
  kind: new () => T,
  { max, ...options }: FieldOptions & { max: number },
): PropertyDecorator {
  return field(
    options,
    { type: () => [kind], maxItems: max } as ApiPropertyOptions,
    IsArray(because('not-a-list', 'must be a list')),
    ArrayMaxSize(max, because('too-long', `may have at most ${max}`, { max })),
    // A list in the list would pass as an object whose parts are all there.
    IsObject({ each: true, ...because('wrong', 'must be objects') }),
    ValidateNested({ each: true, ...because('wrong', 'must be objects') }),
    Type(() => kind),
  );
}

/** An object, checked as `kind`. */
export function Part<T extends object>(kind: new () => T, options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: () => kind } as ApiPropertyOptions,
    IsObject(because('not-an-object', 'must be an object')),
    ValidateNested(because('wrong', 'must be an object')),
    Type(() => kind),
  );
}
