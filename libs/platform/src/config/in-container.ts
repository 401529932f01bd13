const SHORTEST_PASSWORD = 16;
/** What examples and tutorials use. */
const WELL_KNOWN =
  /^(postgres|password|passw0rd|secret|kring|admin|changeme|change-me|change_me|example|test|default)[\w!-]{0,12}$/i;

/**
 * What the image asks for beyond the settings' own rules: it runs for real people, so nothing that guards them may
 * be missing, short, or known to everybody. Answers what is wrong, never a secret.
 */
export function wrongInContainer(given: Readonly<Record<string, string>>): string[] {
  const wrong: string[] = [];
  if (!given.KRING_ORIGIN)
    wrong.push('KRING_ORIGIN: set the address that people type, such as https://kring.example.nl');
  if (!given.DATABASE_URL)
    wrong.push('DATABASE_URL: set it, or DATABASE_URL_FILE; the image has no database of its own');
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL'])
    if (given[name]) wrong.push(...weakPassword(given[name]).map((why) => `${name}: its password ${why}`));
  for (const [index, url] of (given.DATABASE_REPLICA_URLS ?? '').split(',').entries())
    wrong.push(
      ...weakPassword(url.trim()).map((why) => `DATABASE_REPLICA_URLS: password ${index + 1} ${why}`),
    );
  for (const name of ['METRICS_TOKEN', 'KRING_SETUP_CODE'])
    if (given[name] && WELL_KNOWN.test(given[name]))
      wrong.push(`${name}: everybody knows that value; make a random one`);
  return wrong;
}

function weakPassword(url: string): string[] {
  if (!URL.canParse(url)) return []; // the setting's own rule says so
  const password = decodeURIComponent(new URL(url).password);
  if (password === '') return ['is missing'];
  if (WELL_KNOWN.test(password)) return ['is one that everybody knows; make a random one'];
  if (password.length < SHORTEST_PASSWORD) return [`is short; ${SHORTEST_PASSWORD} characters at least`];
  return [];
}
