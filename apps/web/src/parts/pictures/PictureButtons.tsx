import { useRef } from 'react';
import { T, useText } from '~/i18n/text';
import { Button } from '~/ui/Button';

/** Choose a picture, another one, or none. */
export function PictureButtons(props: {
  hasPicture: boolean;
  isPending: boolean;
  isRemoving?: boolean;
  onChoose(file: File): void;
  onRemove(): void;
}) {
  const { hasPicture, isPending, isRemoving = false, onChoose, onRemove } = props;
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-2">
      <input
        ref={input}
        type="file"
        accept="image/*"
        aria-label={text('portrait.choose')}
        tabIndex={-1}
        className="hidden"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = '';
          if (file) onChoose(file);
        }}
      />
      <Button isPending={isPending} onPress={() => input.current?.click()}>
        <T id={hasPicture ? 'portrait.change' : 'portrait.choose'} />
      </Button>
      {hasPicture && (
        <Button look="quiet" className="mx-0!" isPending={isRemoving} onPress={onRemove}>
          <T id="portrait.remove" />
        </Button>
      )}
    </div>
  );
}
