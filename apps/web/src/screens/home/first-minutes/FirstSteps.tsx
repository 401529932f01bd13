import { Link } from '@tanstack/react-router';
import { useAccounts, useInvitations, useSystem } from '~/data/admin';
import { useDirectory } from '~/data/directory';
import { useRulesState } from '~/data/house-rules';
import { useSession } from '~/data/session';
import type { MessageId } from '~/i18n/languages';
import { T } from '~/i18n/text';
import { classes } from '~/ui/classes';
import { Icon } from '~/ui/Icon';
import { Panel } from './Panel';

interface Step {
  name: MessageId;
  to: string;
  search?: Record<string, string>;
  isDone: boolean;
}

/** What an installation needs before people come. Each line ticks itself, and all ticked there is nothing here. */
export function FirstSteps({ onHide }: { onHide(): void }) {
  const { organisation } = useSession();
  const accounts = useAccounts('', 'active').data?.pages[0]?.items;
  const invitations = useInvitations().data?.pages[0]?.items;
  const projects = useDirectory({ kind: 'project' }).data?.pages[0]?.items;
  const system = useSystem().data;
  const rules = useRulesState().data;
  if (!accounts || !invitations || !projects || !system || !rules) return null;
  const steps: Step[] = [
    { name: 'first.project', to: '/communities/new', isDone: projects.length > 0 },
    {
      name: 'first.invite',
      to: '/admin',
      search: { tab: 'invitations' },
      isDone: accounts.length > 1 || invitations.length > 0,
    },
    {
      name: 'first.logo',
      to: '/admin',
      search: { tab: 'organisation' },
      isDone: organisation.logo !== null,
    },
    { name: 'first.rules', to: '/admin', search: { tab: 'rules' }, isDone: rules.version > 0 },
    { name: 'first.backup', to: '/admin', search: { tab: 'system' }, isDone: system.lastBackup !== null },
  ];
  const done = steps.filter((step) => step.isDone).length;
  if (done === steps.length) return null;
  return (
    <Panel title={<T id="first.steps" done={done} all={steps.length} />} onHide={onHide}>
      <ul className="-my-1 flex flex-col">
        {steps.map((step) => (
          <li key={step.name}>
            <Link
              to={step.to}
              {...(step.search ? { search: step.search } : {})}
              className="touchable -mx-2 flex items-center gap-3 rounded-md px-2 py-1.5 hover:bg-sheet"
            >
              <span
                className={classes(
                  'flex size-5 shrink-0 items-center justify-center rounded-full border-2',
                  step.isDone ? 'border-accent bg-accent text-on-accent' : 'border-edge',
                )}
              >
                {step.isDone && <Icon name="tick" size={14} />}
              </span>
              <span className={classes('flex-1', step.isDone ? 'text-quiet line-through' : 'font-medium')}>
                <T id={step.name} />
              </span>
              {step.isDone ? (
                <span className="sr-only">
                  <T id="first.is-done" />
                </span>
              ) : (
                <Icon name="right" size={16} className="text-quiet" />
              )}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
