const WORTH_FOLDING = 1100;
const SHOWN = 700;

/** The beginning of a long post, cut after a sentence; null when it is short enough to show whole. */
export function fold(html: string): string | null {
  if (html.length < WORTH_FOLDING) return null;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  if ((body.textContent ?? '').length < WORTH_FOLDING) return null;
  cutAfter(body, SHOWN);
  return body.innerHTML;
}

/** Removes what follows the sentence in which the character of that number stands. */
function cutAfter(root: HTMLElement, characters: number): void {
  const texts = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let seen = 0;
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    if (seen + text.data.length < characters) {
      seen += text.data.length;
      continue;
    }
    text.data = text.data.slice(0, sentenceEnd(text.data, characters - seen));
    removeAfter(text, root);
    return;
  }
}

/** Where the sentence about `from` ends; the end of the text if it never does. */
export function sentenceEnd(text: string, from: number): number {
  const end = /[.!?…](?=\s|$)/gu;
  end.lastIndex = Math.max(0, from - 1);
  const found = end.exec(text);
  return found && found.index < from + 400 ? found.index + 1 : text.length;
}

function removeAfter(node: Node, root: HTMLElement): void {
  for (let each: Node | null = node; each && each !== root; each = each.parentNode) {
    while (each.nextSibling) each.nextSibling.remove();
  }
}
