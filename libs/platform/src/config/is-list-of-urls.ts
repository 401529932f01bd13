import { isURL, ValidateBy } from 'class-validator';

type UrlOptions = Parameters<typeof isURL>[1];

/** URLs, divided by commas. The message does not show them: they may hold a password. */
export const IsListOfUrls = (options: UrlOptions): PropertyDecorator =>
  ValidateBy({
    name: 'isListOfUrls',
    validator: {
      validate: (value) =>
        typeof value === 'string' && value.split(',').every((url) => isURL(url.trim(), options)),
      defaultMessage: () => 'must be URL addresses, divided by commas',
    },
  });
