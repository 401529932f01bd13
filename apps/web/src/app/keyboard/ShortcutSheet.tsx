import { Link } from '@tanstack/react-router';
import type { MessageId } from '~/i18n/languages';
import { T } from '~/i18n/text';
import { Dialog } from '~/ui/Dialog';
import { hasSingleKeys } from './choice';
import { places } from './places';

const groups: { title: MessageId; keys: { keys: string[]; does: MessageId }[] }[] = [
  {
    title: 'shortcuts.threads',
    keys: [
      { keys: ['J'], does: 'shortcuts.next' },
      { keys: ['K'], does: 'shortcuts.previous' },
      { keys: ['O', 'Enter'], does: 'shortcuts.open' },
      { keys: ['R'], does: 'shortcuts.reply' },
      { keys: ['Q'], does: 'shortcuts.quote' },
      { keys: ['E'], does: 'shortcuts.done' },
      { keys: ['B'], does: 'shortcuts.bookmark' },
      { keys: ['U'], does: 'shortcuts.undo' },
    ],
  },
  {
    title: 'shortcuts.everywhere',
    keys: [
      { keys: ['Ctrl K', '⌘ K'], does: 'shortcuts.palette' },
      { keys: ['/'], does: 'shortcuts.search' },
      { keys: ['?'], does: 'shortcuts.sheet' },
    ],
  },
  {
    title: 'shortcuts.go',
    keys: places.map(({ key, name }) => ({ keys: [`G ${key.toUpperCase()}`], does: name })),
  },
];

/** All that the keyboard does, on one page. */
export function ShortcutSheet({ onClose }: { onClose(): void }) {
  return (
    <Dialog isOpen wide title={<T id="shortcuts.title" />} onClose={onClose}>
      <div className="grid gap-x-10 pb-4 sm:grid-cols-2">
        {groups.map(({ title, keys }) => (
          <section key={title} className="pb-4 last:sm:row-span-2 last:sm:row-start-1 last:sm:col-start-2">
            <h3 className="pb-1 text-small font-medium text-quiet">
              <T id={title} />
            </h3>
            <dl>
              {keys.map((one) => (
                <div key={one.does} className="flex items-baseline justify-between gap-4 py-1">
                  <dt>
                    <T id={one.does} />
                  </dt>
                  <dd className="flex gap-2">
                    {one.keys.map((key) => (
                      <kbd
                        key={key}
                        className="min-w-6 rounded-md border border-edge px-1.5 text-center font-sans text-small whitespace-nowrap"
                      >
                        {key}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="border-t border-line pt-3 pb-4 text-small text-quiet">
        <T
          id={hasSingleKeys() ? 'shortcuts.may-be-off' : 'shortcuts.are-off'}
          link={(words) => (
            <Link
              to="/settings"
              onClick={onClose}
              className="font-medium text-accent underline underline-offset-4"
            >
              {words}
            </Link>
          )}
        />
      </p>
    </Dialog>
  );
}
