import { eachOnce, type InvitedLine, isAddress, line } from './invited-line';

/** Loosely: whatever holds an @ was meant as an address, and is told to be wrong when it is. */
const MEANT = /[^\s<>"',;:()[\]\\]*@[^\s<>"',;:()[\]\\]*/gu;
const SEPARATORS = /[;,\n\r\t]+/u;

/**
 * Who stands in pasted text: one a line or many, separated by anything, alone or as `Name <a@b>`, as Outlook, Gmail
 * and Apple Mail copy them. Nothing is dropped: what is no address is a line that says so.
 */
export function addressesIn(text: string): InvitedLine[] {
  const lines: InvitedLine[] = [];
  const leftOver = (words: string) => {
    for (const part of words.split(SEPARATORS)) {
      const email = part
        .replace(/mailto:/giu, '')
        .replace(/[<>"'()[\]]/gu, '')
        .trim();
      if (email) lines.push(line({ email, problem: 'not-an-email' }));
    }
  };
  let from = 0;
  for (const { 0: email, index } of text.matchAll(MEANT)) {
    const before = text.slice(from, index);
    from = index + email.length;
    const isNamed = /<\s*(mailto:)?$/iu.test(before);
    const { name, rest } = isNamed ? nameBefore(before) : { name: null, rest: before };
    leftOver(rest);
    lines.push(line({ email, name, problem: isAddress(email) ? null : 'not-an-email' }));
  }
  leftOver(text.slice(from));
  return eachOnce(lines);
}

/** The name belongs to the last entry before the address; what stands before that is something else. */
function nameBefore(before: string): { name: string | null; rest: string } {
  const entry = before.replace(/<\s*(mailto:)?$/iu, '').replace(/^[>,\s]+/u, '');
  const cut = Math.max(entry.lastIndexOf(';'), entry.lastIndexOf('\n')) + 1;
  const name = entry.slice(cut).replace(/["']/gu, '').trim();
  return { name: inOrder(name) || null, rest: entry.slice(0, cut) };
}

/** Outlook writes `Leeuwen, Tess van`. */
function inOrder(name: string): string {
  const [last = '', first, ...more] = name.split(',').map((part) => part.trim());
  return first && more.length === 0 ? `${first} ${last}` : name.replace(/^,|,$/gu, '').trim();
}
