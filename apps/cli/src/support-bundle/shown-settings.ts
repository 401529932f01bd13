import { describedSettings, type Settings } from '#platform';

const ADDRESS_OF_A_PERSON = /@/;

/** What the administrator set. Of secrets, and of what names a person, only that it was. */
export function shownSettings(
  settings: Settings | null,
  environment: NodeJS.ProcessEnv = process.env,
): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const { name, secret } of describedSettings()) {
    if (!environment[name] && !environment[`${name}_FILE`]) continue;
    const value = settings?.[name as keyof Settings] ?? '(not understood)';
    shown[name] = secret || ADDRESS_OF_A_PERSON.test(String(value)) ? '(set)' : value;
  }
  return shown;
}
