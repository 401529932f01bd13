import { DOMParser as NodesFromDom } from '@tiptap/pm/model';
import { cleanPasted } from './clean-paste';
import { schema } from './schema';
import { writeMarkdown } from './write-markdown';

/** Words out of a post as a quote, with who said them. */
export function quoteOf(words: DocumentFragment, author: string): string {
  const holder = document.createElement('div');
  holder.append(words);
  for (const aside of holder.querySelectorAll('.link-host')) aside.remove();
  const clean = document.createElement('template');
  clean.innerHTML = cleanPasted(holder.innerHTML);
  const said = writeMarkdown(NodesFromDom.fromSchema(schema).parse(clean.content));
  const name = writeMarkdown(
    schema.nodes.doc!.create(null, schema.nodes.paragraph!.create(null, schema.text(`${author}:`))),
  );
  return `${name}\n\n${said}`.replace(/^/gm, '> ').replace(/^> $/gm, '>');
}
