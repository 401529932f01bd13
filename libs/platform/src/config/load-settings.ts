import { readFileSync } from 'node:fs';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import { StartupProblem } from '../startup-problem.ts';
import { wrongInContainer } from './in-container.ts';
import { describedSettings } from './setting.ts';
import { Settings } from './settings.ts';

/**
 * Reads the settings from the environment.
 * @throws StartupProblem that names every wrong value at once, never the value of a secret.
 */
export function loadSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const given: Record<string, string> = {};
  const wrong: string[] = [];
  for (const { name, secret } of describedSettings()) {
    const value = environment[name];
    const file = secret ? environment[`${name}_FILE`] : undefined;
    if (value && file) wrong.push(`${name}: set either ${name} or ${name}_FILE, not both`);
    else if (file) readSecret(name, file, given, wrong);
    else if (value !== undefined && value !== '') given[name] = value;
  }
  const settings = plainToInstance(Settings, given, { exposeDefaultValues: true });
  wrong.push(...validateSync(settings).flatMap(inWords));
  if (environment.KRING_IN_CONTAINER === '1') wrong.push(...wrongInContainer(given));
  if (wrong.length > 0)
    throw new StartupProblem(
      `Wrong settings:\n${wrong.map((line) => `  - ${line}`).join('\n')}`,
      'Correct them in the environment and start again; docs/configuration.md lists all.',
    );
  return settings;
}

function readSecret(name: string, file: string, given: Record<string, string>, wrong: string[]): void {
  try {
    given[name] = readFileSync(file, 'utf8').trim();
  } catch (error) {
    wrong.push(`${name}_FILE: ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

function inWords(error: ValidationError): string[] {
  return Object.values(error.constraints ?? {}).map((message) =>
    message.startsWith(error.property) ? message : `${error.property}: ${message}`,
  );
}
