/** The server's task boxes have no words of their own; a screen reader should hear whether each is done. */
export function withTaskLabels(html: string, done: string, open: string): string {
  return html.replaceAll(/<input class="task-list-item-checkbox"( checked)?/gu, (box, checked?: string) => {
    return `${box} aria-label="${asAttribute(checked ? done : open)}"`;
  });
}

const asAttribute = (words: string) => words.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
