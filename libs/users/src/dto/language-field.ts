import { applyDecorators } from '@nestjs/common';
import { Matches } from 'class-validator';
import { type FieldOptions, Text } from '#platform';

/** A tag of BCP 47: language, perhaps script, perhaps region. */
const LANGUAGE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/;

/** Which languages there are texts in is the client's to know; whoever has none of them reads English. */
export const LanguageField = (options: FieldOptions = {}) =>
  applyDecorators(
    Text({ max: 12, example: 'nl', ...options }),
    Matches(LANGUAGE, {
      message: 'must be a language tag such as nl or pt-BR',
      context: { code: 'wrong' },
    }),
  );
