import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { usePeopleNamed } from '~/data/account';
import type { PersonChip } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { Portrait } from '~/parts/Portrait';
import { inputLook } from '~/ui/Field';
import { Icon } from '~/ui/Icon';
import { optionLook, popoverLook } from '~/ui/overlay-looks';

/** Whom I report to: searched by name, or nobody. */
export function ManagerField(props: {
  value: PersonChip | null;
  except: string;
  onChange(person: PersonChip | null): void;
}) {
  const { value, except, onChange } = props;
  const text = useText();
  const [typed, setTyped] = useState(value?.name ?? '');
  const isSearching = typed.trim() !== '' && typed !== value?.name;
  const { data } = usePeopleNamed(typed.trim(), isSearching);
  const found = isSearching ? (data?.pages[0]?.items ?? []).filter((person) => person.id !== except) : [];

  return (
    <ComboBox
      items={found}
      inputValue={typed}
      onInputChange={(words) => {
        setTyped(words);
        if (words === '' && value) onChange(null);
      }}
      selectedKey={value?.id ?? null}
      onSelectionChange={(id) => {
        const chosen = found.find((person) => person.id === id);
        if (!chosen) return;
        setTyped(chosen.name);
        onChange(chosen);
      }}
      onBlur={() => setTyped(value?.name ?? '')}
      allowsCustomValue
      // The list opens while the answer is on its way; without this it would not open any more once it came.
      allowsEmptyCollection
      menuTrigger="input"
      className="flex flex-col gap-1"
    >
      <Label className="font-medium">
        <T id="profile.manager" />
      </Label>
      <div className="relative">
        <Input placeholder={text('profile.manager-placeholder')} className={inputLook} />
        {value && (
          <Button
            slot={null}
            aria-label={text('profile.no-manager')}
            onPress={() => {
              setTyped('');
              onChange(null);
            }}
            className="touchable absolute inset-y-0 right-1 inline-flex items-center justify-center text-quiet hover:text-ink"
          >
            <Icon name="cross" size={16} />
          </Button>
        )}
      </div>
      <Popover className={popoverLook}>
        <ListBox<PersonChip>
          className="max-h-72 overflow-y-auto outline-none"
          renderEmptyState={() => (
            <p className="px-2.5 py-1.5 text-quiet">
              <T id={isSearching && data ? 'admin.nobody' : 'profile.manager-placeholder'} />
            </p>
          )}
        >
          {(person) => (
            <ListBoxItem id={person.id} textValue={person.name} className={optionLook}>
              <Portrait person={person} size={28} />
              <span className="min-w-0 flex-1 wrap-anywhere">
                {person.name}
                {person.title && <span className="block text-small text-quiet">{person.title}</span>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
