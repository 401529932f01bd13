import { type ReactNode, useRef, useState } from 'react';
import { useText } from '~/i18n/text';
import { IconButton } from '~/ui/Button';
import { classes } from '~/ui/classes';

/** Under the text: how it looks, what goes along, and the button that sends. Its place is kept until it has loaded. */
export function WritingTools(props: {
  toolbar: ReactNode;
  isPlain: boolean;
  onPlain(isPlain: boolean): void;
  onFiles: ((files: File[]) => void) | undefined;
  children: ReactNode;
}) {
  const { toolbar, isPlain, onPlain, onFiles, children } = props;
  const text = useText();
  const [isShown, setShown] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-2">
      {!isPlain && (
        <div
          id="writing-toolbar"
          className={classes(
            'min-h-7 min-w-0 grow basis-72 max-md:order-1 max-md:basis-full coarse:min-h-11',
            !isShown && 'max-md:hidden',
          )}
        >
          {toolbar}
        </div>
      )}
      <div className="-ml-1 flex items-center gap-0.5 md:ml-0">
        {!isPlain && (
          <IconButton
            icon="formatting"
            label={text('writing.toolbar')}
            aria-expanded={isShown}
            className="md:hidden"
            onPress={() => setShown(!isShown)}
          />
        )}
        {onFiles && (
          <>
            <IconButton
              icon="attach"
              label={text('writing.attach')}
              onPress={() => chooser.current?.click()}
            />
            <input
              ref={chooser}
              type="file"
              multiple
              hidden
              onChange={({ target }) => {
                onFiles([...(target.files ?? [])]);
                // The same file may be chosen again.
                target.value = '';
              }}
            />
          </>
        )}
        <IconButton
          icon="markdown"
          label={text('writing.plain')}
          aria-pressed={isPlain}
          onPress={() => onPlain(!isPlain)}
        />
      </div>
      <div className="ml-auto flex items-center gap-2">{children}</div>
    </div>
  );
}
