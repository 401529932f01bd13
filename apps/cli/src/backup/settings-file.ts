import { describedSettings, type Settings } from '#platform';

/** What the administrator had set, secrets too, as an environment file. Values that came from a file stand in it. */
export function settingsFile(settings: Settings, environment: NodeJS.ProcessEnv = process.env): string {
  return describedSettings()
    .filter(({ name }) => environment[name] || environment[`${name}_FILE`])
    .map(({ name }) => `${name}=${settings[name as keyof Settings]}\n`)
    .join('');
}
