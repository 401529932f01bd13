/** One documented setting: its name, what it does, and whether it may come from a file (`<NAME>_FILE`). */
export interface SettingDescription {
  name: string;
  about: string;
  secret: boolean;
}

const described: SettingDescription[] = [];

/** Documents a setting; `secret` ones can also be read from the file that `<NAME>_FILE` names. */
export function setting(about: string, kind?: 'secret'): PropertyDecorator {
  return (_target, name) => {
    described.push({ name: String(name), about, secret: kind === 'secret' });
  };
}

/** All settings in the order of the class. */
export function describedSettings(): readonly SettingDescription[] {
  return described;
}
