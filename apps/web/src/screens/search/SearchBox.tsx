import { useText } from '~/i18n/text';
import { IconButton } from '~/ui/Button';
import { Icon } from '~/ui/Icon';

/** What to look for: one large line on the page. */
export function SearchBox(props: { value: string; onChange(value: string): void; onSubmit(): void }) {
  const { value, onChange, onSubmit } = props;
  const text = useText();
  return (
    <search>
      <form
        className="flex items-center gap-2.5 border-b-2 border-edge focus-within:border-accent"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <Icon name="search" className="text-quiet" />
        <input
          type="search"
          name="q"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={200}
          // biome-ignore lint/a11y/noAutofocus: somebody who opens the search comes to type.
          autoFocus
          aria-label={text('search.label')}
          placeholder={text('search.placeholder')}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className="min-h-11 min-w-0 flex-1 appearance-none bg-transparent text-lead placeholder:text-quiet focus:outline-none [&::-webkit-search-cancel-button]:hidden"
        />
        {value !== '' && (
          <IconButton icon="cross" label={text('search.clear')} onPress={() => onChange('')} />
        )}
      </form>
    </search>
  );
}
