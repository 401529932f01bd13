import { useState } from 'react';
import type { InvitedList } from '~/data/types';
import { useProblemText } from '~/i18n/problem-text';
import { T, useText } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { csvOf } from './invitations-csv';
import type { InvitedLine } from './invited-line';

const SHOWN = 100;

/** The links, this once: to copy or to keep as a table that a mail program can send from. */
export function InvitedResults(props: {
  lines: InvitedLine[];
  results: InvitedList['items'];
  isSending: boolean;
  onAnew(): void;
}) {
  const { lines, results, isSending, onAnew } = props;
  const text = useText();
  const problemText = useProblemText();
  const [isCopied, setCopied] = useState(false);
  const rows = results.map(({ invitation, problem, field, code }, place) => ({
    line: lines[place]!,
    url: invitation?.url ?? null,
    problem:
      field && code
        ? problemText.field({ field, code, params: {} })
        : problem && problemText.whole({ code: problem }),
  }));
  const refused = rows.filter((row) => row.url === null);
  const made = rows.filter((row) => row.url !== null);

  function download() {
    const heads = [
      text('invite-many.name'),
      text('field.email'),
      text('invite.link'),
      text('invite-many.problem'),
    ];
    const table = rows.map(({ line, url, problem }) => [
      line.name ?? '',
      line.email,
      url ?? '',
      problem ?? '',
    ]);
    const blob = new Blob([csvOf([heads, ...table])], { type: 'text/csv;charset=utf-8' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${text('invite-many.file-name')}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  async function copy() {
    const lines = made.map(({ line, url }) => `${line.email}\t${url}`).join('\n');
    await navigator.clipboard?.writeText(lines).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  }

  return (
    <section className="flex flex-col gap-3 rounded-md bg-accent-wash p-4">
      <p role="status" className="font-medium">
        {isSending ? (
          <T id="invite-many.sending" done={results.length} all={lines.length} />
        ) : (
          <T id="invite-many.made" n={made.length} wrong={refused.length} />
        )}
      </p>
      <p className="text-small">
        <T id="invite-many.once" />
      </p>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" icon="file" isDisabled={isSending} onPress={download}>
          <T id="invite-many.download" />
        </Button>
        {'clipboard' in navigator && (
          <Button icon={isCopied ? 'tick' : 'link'} isDisabled={isSending} onPress={() => void copy()}>
            <T id={isCopied ? 'invite.copied' : 'invite-many.copy'} />
          </Button>
        )}
        <Button isDisabled={isSending} onPress={onAnew}>
          <T id="invite-many.anew" />
        </Button>
      </div>
      <ul className="max-h-96 overflow-y-auto">
        {[...refused, ...made].slice(0, SHOWN).map(({ line, url, problem }) => (
          <li key={line.email} className="border-b border-line py-1.5 last:border-b-0">
            <p className="wrap-anywhere">{line.name ? `${line.name} · ${line.email}` : line.email}</p>
            {url ? (
              <p className="font-mono text-small wrap-anywhere text-quiet select-all">{url}</p>
            ) : (
              <p className="text-small text-danger">{problem}</p>
            )}
          </li>
        ))}
      </ul>
      {rows.length > SHOWN && (
        <p className="text-small text-quiet">
          <T id="invite-many.more-links" n={rows.length - SHOWN} />
        </p>
      )}
    </section>
  );
}
