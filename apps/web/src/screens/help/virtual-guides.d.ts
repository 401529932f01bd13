/** Made by guide-plugin.ts of docs/guide, by the tag of the language. */
declare module 'virtual:guides' {
  export const guides: Record<string, () => Promise<{ html: string }>>;
}
