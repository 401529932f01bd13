import { describedSettings, type SettingDescription, Settings } from '#platform';

/** docs/configuration.md, made of what the settings say of themselves. */
export function configurationPage(): string {
  const defaults: Partial<Record<string, unknown>> = { ...new Settings() };
  return `# Configuration

Kring takes its settings from environment variables and checks them all when it starts: a wrong one is named,
with what is wrong about it. An empty one counts as not set. Nothing has to be set to try Kring.

Where *secret* stands, \`<NAME>_FILE\` may name a file that holds the value instead, as Docker and Kubernetes
provide secrets. Secrets are never printed or logged.

| setting | default | what it does |
| --- | --- | --- |
${describedSettings()
  .map((setting) => line(setting, defaults[setting.name]))
  .join('\n')}

This page is made by \`npm run -s kring config-docs > docs/configuration.md\`; a test keeps it true.
`;
}

function line({ name, about, secret }: SettingDescription, value: unknown): string {
  const standard = value === undefined ? '' : `\`${value}\``;
  return `| \`${name}\` | ${standard} | ${secret ? '*Secret.* ' : ''}${about.replaceAll('|', '\\|')} |`;
}
