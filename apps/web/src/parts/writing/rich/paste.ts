import type { Editor } from '@tiptap/core';
import { DOMParser as NodesFromDom, Slice } from '@tiptap/pm/model';
import type { EditorProps } from '@tiptap/pm/view';
import { cleanPasted } from './clean-paste';
import { parseMarkdown } from './parse-markdown';
import { asLink } from './safe-link';

/** What happens to what is pasted or dropped. Plain text is Markdown, as everything here; with Shift it is letters. */
export function pasting(
  editorOf: () => Editor | null,
  onFiles: () => ((files: File[]) => void) | undefined,
): EditorProps {
  return {
    transformPastedHTML: (html) => (html.includes('data-pm-slice') ? html : cleanPasted(html)),
    clipboardTextParser(text, _context, literally, view) {
      const { schema } = view.state;
      if (!literally) {
        const { content } = schema.nodeFromJSON(parseMarkdown(text.replace(/\r\n?/g, '\n')).toJSON());
        return Slice.maxOpen(content);
      }
      const root = document.createElement('div');
      for (const part of text.split(/(?:\r\n?|\n){2,}/)) {
        const paragraph = root.appendChild(document.createElement('p'));
        part.split(/\r\n?|\n/).forEach((line, index) => {
          if (index > 0) paragraph.append(document.createElement('br'));
          paragraph.append(line);
        });
      }
      return NodesFromDom.fromSchema(schema).parseSlice(root, { preserveWhitespace: true });
    },
    handlePaste(view, event) {
      const data = event.clipboardData;
      if (!data) return false;
      const text = data.getData('text/plain');
      const take = onFiles();
      // Word offers a picture of the text beside the text.
      if (take && data.files.length > 0 && text === '') {
        take([...data.files]);
        return true;
      }
      const href = asLink(text);
      const editor = editorOf();
      if (!href || view.state.selection.empty || !editor || editor.isActive('codeBlock')) return false;
      return editor.chain().setMark('link', { href }).run();
    },
    handleDrop(_view, event) {
      const files = event.dataTransfer?.files;
      const take = onFiles();
      if (!take || !files || files.length === 0) return false;
      event.preventDefault();
      take([...files]);
      return true;
    },
  };
}
