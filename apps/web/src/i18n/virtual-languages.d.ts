/** Made by languages-plugin.ts of what lies in this folder. */
declare module 'virtual:languages' {
  interface Spoken {
    /** What the language calls itself. */
    name: string;
    texts(): Promise<{ default: Record<keyof typeof import('./en.json'), string> }>;
    /** Names of emoji, as emojibase lists them. */
    emoji?(): Promise<{ default: unknown }>;
  }

  export const languages: Record<string, Spoken>;
}
