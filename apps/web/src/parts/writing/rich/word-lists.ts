/** Word writes a list as paragraphs that say their level in a style, with the sign as text in front. */
export function wordListsIn(body: HTMLElement): void {
  let lists: { level: number; list: HTMLElement }[] = [];
  let last: Element | null = null;
  for (const paragraph of [...body.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')]) {
    const level = levelOf(paragraph);
    if (level === null) continue;
    const sign = takeSign(paragraph);
    if (!last || nextElement(last) !== paragraph) lists = [];
    while (lists.length > 0 && lists.at(-1)!.level > level) lists.pop();
    const tag = /^[\da-z]{1,4}[.)]/i.test(sign) ? 'ol' : 'ul';
    const open = lists.at(-1);
    if (!open || open.level < level || open.list.localName !== tag) {
      const list = body.ownerDocument.createElement(tag);
      const start = Number.parseInt(sign, 10);
      if (start > 1) list.setAttribute('start', String(start));
      if (open && open.level === level) lists.pop();
      const parent = lists.at(-1)?.list.lastElementChild;
      if (parent) parent.append(list);
      else paragraph.before(list);
      lists.push({ level, list });
    }
    const item = body.ownerDocument.createElement('li');
    item.append(...paragraph.childNodes);
    lists.at(-1)!.list.append(item);
    const top = lists[0]!.list;
    paragraph.remove();
    last = top;
  }
}

const nextElement = (element: Element) => element.nextElementSibling;

function levelOf(paragraph: HTMLElement): number | null {
  const found = /mso-list:\s*l\d+\s+level(\d+)/i.exec(paragraph.getAttribute('data-style') ?? '');
  return found ? Number(found[1]) : null;
}

function takeSign(paragraph: HTMLElement): string {
  const ignored = [...paragraph.querySelectorAll<HTMLElement>('[data-style]')].find((element) =>
    /mso-list:\s*Ignore/i.test(element.getAttribute('data-style') ?? ''),
  );
  const sign = ignored?.textContent?.replace(/[\s\u00a0]+/g, ' ').trim() ?? '';
  ignored?.remove();
  return sign;
}
