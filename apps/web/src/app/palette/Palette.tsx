import { useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { T, useText } from '~/i18n/text';
import { Icon } from '~/ui/Icon';
import { optionLook } from '~/ui/overlay-looks';
import { useEntries } from './entries';

/** One line from which everything can be reached: places, communities, people, and what one does often. */
export function Palette({ onClose, onShortcuts }: { onClose(): void; onShortcuts(): void }) {
  const text = useText();
  const [typed, type] = useState('');
  const groups = useEntries(typed, onShortcuts);
  const all = groups.flatMap(({ entries }) => entries);
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => isOpen || onClose()}
      className="fixed inset-0 z-50 flex items-start justify-center bg-scrim p-3 sm:pt-[12dvh]"
    >
      <Modal className="w-full max-w-xl">
        <Dialog
          aria-label={text('palette.title')}
          className="max-h-[76dvh] overflow-y-auto rounded-xl bg-sheet text-ink outline-none"
        >
          <Autocomplete inputValue={typed} onInputChange={type}>
            <SearchField
              aria-label={text('palette.placeholder')}
              autoFocus
              className="sticky top-0 z-10 flex items-center gap-3 border-b border-line bg-sheet px-4 focus-within:border-accent"
            >
              <Icon name="search" className="text-quiet" />
              <Input
                placeholder={text('palette.placeholder')}
                maxLength={100}
                className="min-h-13 w-full bg-transparent outline-none [&::-webkit-search-cancel-button]:hidden"
              />
            </SearchField>
            <Menu
              aria-label={text('palette.title')}
              className="scroll-pt-14 p-2 outline-none"
              items={groups}
              onAction={(id) => {
                onClose();
                all.find((entry) => entry.id === id)?.run();
              }}
            >
              {(group) => (
                <MenuSection id={group.title} items={group.entries} className="pb-2">
                  {[
                    <Header key="title" className="px-2.5 py-1 text-small text-quiet">
                      <T id={group.title} />
                    </Header>,
                    ...group.entries.map((entry) => (
                      <MenuItem key={entry.id} id={entry.id} textValue={entry.label} className={optionLook}>
                        <Icon name={entry.icon} size={18} className="text-quiet" />
                        <span className="min-w-0 flex-1 wrap-anywhere">{entry.label}</span>
                        {entry.hint && <span className="max-w-2/5 text-small text-quiet">{entry.hint}</span>}
                      </MenuItem>
                    )),
                  ]}
                </MenuSection>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
