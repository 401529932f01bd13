declare const safe: unique symbol;

/**
 * HTML that went through the sanitiser and may be put into a page as it is. Only `sanitise` makes one, so a
 * string that never met the allow-list cannot be stored or sent as a post's HTML by mistake.
 */
export type SafeHtml = string & { readonly [safe]: true };
