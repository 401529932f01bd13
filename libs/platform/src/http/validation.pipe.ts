import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type FieldError, Problem } from './problem.ts';

/** What counts as the reason when several rules are broken at once: the most basic one. */
const MOST_BASIC_FIRST = [
  'unknown-field',
  'required',
  'not-a-string',
  'not-a-number',
  'not-a-boolean',
  'not-a-list',
  'control-characters',
  'too-long',
  'too-short',
];

/** Checks every body and query against its class; unknown fields are refused by name. */
export const validationPipe = () =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    exceptionFactory: (errors) => {
      const fields = errors.flatMap((error) => fieldErrors(error, ''));
      return new Problem('invalid-input', {
        detail: fields
          .map(({ field, message }) => `${field}: ${message}`)
          .join('; ')
          .slice(0, 500),
        errors: fields,
      });
    },
  });

function fieldErrors(error: ValidationError, path: string): FieldError[] {
  const field = printable(path + error.property);
  if (error.children?.length) return error.children.flatMap((child) => fieldErrors(child, `${field}.`));
  const found = Object.entries(error.constraints ?? {}).map(([rule, message]): FieldError => {
    if (rule === 'whitelistValidation')
      return { field, code: 'unknown-field', message: 'is not a known field' };
    const { code = 'wrong', ...parameters } = error.contexts?.[rule] ?? {};
    const missing = error.value === undefined || error.value === null;
    return missing
      ? { field, code: 'required', message: 'is required' }
      : { field, code, message, ...parameters };
  });
  found.sort((a, b) => rank(a) - rank(b));
  return found.slice(0, 1);
}

const rank = ({ code }: FieldError): number => (MOST_BASIC_FIRST.indexOf(code) + 100) % 100;

/** A field's name comes from outside: no control characters, no novel. */
const printable = (name: string): string => name.replace(/[^\x20-\x7e]/g, '?').slice(0, 100);
