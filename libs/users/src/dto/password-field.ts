import { Text } from '#platform';

export const MIN_PASSWORD = 10;
export const MAX_PASSWORD = 200;

/** A password somebody chooses. That it is no common one is checked when it is set: `Passwords.accept`. */
export const NewPassword = () =>
  Text({
    min: MIN_PASSWORD,
    max: MAX_PASSWORD,
    verbatim: true,
    about: 'Not one of the common passwords, and neither the name nor the e-mail address.',
  });

/** A password somebody has: its rules may have been others. */
export const KnownPassword = () => Text({ max: MAX_PASSWORD, verbatim: true });
