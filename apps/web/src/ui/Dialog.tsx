import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { classes } from './classes';

/** Asks for attention over the page. On a phone it rises from the bottom edge. */
export function Dialog(props: {
  title: ReactNode;
  isOpen: boolean;
  onClose(): void;
  /** Buttons, at the end; the main one last. */
  actions?: ReactNode;
  wide?: boolean;
  /** Something that must be answered: neither Escape nor a press outside closes it. */
  isAlert?: boolean;
  /** Nothing of the page may be read meanwhile. */
  covers?: boolean;
  children: ReactNode;
}) {
  const { title, isOpen, onClose, actions, wide, isAlert, covers, children } = props;
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
      isDismissable={!isAlert}
      className={classes(
        'fixed inset-0 z-50 flex items-end justify-center transition-opacity sm:items-center sm:p-6',
        'entering:opacity-0 exiting:opacity-0',
        covers ? 'bg-paper' : 'bg-scrim',
      )}
    >
      <Modal className={classes('w-full', wide ? 'sm:max-w-2xl' : 'sm:max-w-md')}>
        <AriaDialog
          role={isAlert ? 'alertdialog' : 'dialog'}
          className="flex max-h-[92dvh] flex-col rounded-t-xl bg-sheet text-ink outline-none sm:rounded-xl"
        >
          <Heading slot="title" className="px-5 pt-5 pb-1 text-lead font-semibold">
            {title}
          </Heading>
          <div className="overflow-y-auto px-5 py-2">{children}</div>
          {actions && <div className="flex flex-wrap justify-end gap-2 px-5 pt-2 pb-5">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
