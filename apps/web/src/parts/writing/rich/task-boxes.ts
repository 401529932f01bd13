import type { NodeViewRenderer } from '@tiptap/core';

/** An item of a list in the editor, with its box where it has one. */
export const taskBox =
  (label: string): NodeViewRenderer =>
  ({ node: first, view, getPos }) => {
    let node = first;
    const dom = document.createElement('li');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.setAttribute('aria-label', label);
    box.contentEditable = 'false';
    box.addEventListener('change', () => {
      const at = getPos();
      if (at !== undefined)
        view.dispatch(view.state.tr.setNodeMarkup(at, undefined, { ...node.attrs, checked: box.checked }));
    });
    const contentDOM = document.createElement('div');
    const show = () => {
      const isTask = node.attrs.checked !== null;
      dom.classList.toggle('task-list-item', isTask);
      box.checked = node.attrs.checked === true;
      if (isTask && !box.parentNode) dom.prepend(box);
      if (!isTask) box.remove();
    };
    dom.append(contentDOM);
    show();
    return {
      dom,
      contentDOM,
      update(next) {
        if (next.type !== node.type) return false;
        node = next;
        show();
        return true;
      },
      stopEvent: (event) => event.target === box,
      ignoreMutation: (mutation) =>
        mutation.type !== 'selection' &&
        !contentDOM.contains(mutation.target) &&
        mutation.target !== contentDOM,
    };
  };
