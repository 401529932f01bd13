import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { classes } from './classes';
import { FieldFrame, inputLook } from './Field';
import { Icon } from './Icon';
import { optionLook, popoverLook } from './Menu';

export interface Option<Id extends string> {
  id: Id;
  label: string;
  hint?: string;
}

/** One of a few. In a form it has a label above it; in a sentence (`inline`) the label is only spoken. */
export function Select<Id extends string>(props: {
  label: string;
  options: readonly Option<Id>[];
  value: Id;
  onChange(value: Id): void;
  hint?: ReactNode;
  error?: string | undefined;
  inline?: boolean;
  isDisabled?: boolean;
}) {
  const { label, options, value, onChange, hint, error, inline, isDisabled } = props;
  const button = (
    <Button
      className={
        inline
          ? 'touchable inline-flex max-w-full items-center gap-0.5 rounded-sm font-medium text-accent hover:underline'
          : classes(inputLook, 'flex items-center justify-between gap-2 text-left')
      }
    >
      <SelectValue className="truncate">{({ selectedText }) => selectedText}</SelectValue>
      <Icon name="down" size={16} />
    </Button>
  );
  return (
    <AriaSelect
      value={value}
      onChange={(key) => onChange(key as Id)}
      isInvalid={error !== undefined}
      isDisabled={isDisabled ?? false}
      className={inline ? 'inline-flex min-w-0' : 'flex flex-col gap-1'}
      {...(inline ? { 'aria-label': label } : {})}
    >
      {inline ? (
        button
      ) : (
        <FieldFrame label={label} hint={hint} error={error}>
          {button}
        </FieldFrame>
      )}
      <Popover className={popoverLook}>
        <ListBox className="max-h-80 overflow-auto outline-none" items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={optionLook}>
              <span className="flex min-w-0 flex-col">
                <span className="truncate">{option.label}</span>
                {option.hint && <span className="text-small text-quiet">{option.hint}</span>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
