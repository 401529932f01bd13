/** What is written between commas, each skill once. */
export function skillsOf(written: string): string[] {
  const seen = new Map<string, string>();
  for (const part of written.split(/[,;\n]/u)) {
    const skill = part.trim().replace(/\s+/gu, ' ');
    if (skill !== '' && !seen.has(skill.toLocaleLowerCase())) seen.set(skill.toLocaleLowerCase(), skill);
  }
  return [...seen.values()];
}
