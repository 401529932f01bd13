import { useNavigate, useSearch } from '@tanstack/react-router';
import type { AdminTab } from '~/app/admin-tabs';
import { useTitle } from '~/app/use-title';
import { useSession } from '~/data/session';
import { T, useText } from '~/i18n/text';
import { ScreenHeader } from '~/parts/ScreenHeader';
import { Tabs } from '~/ui/Tabs';
import { NotFoundScreen } from '../error/NotFoundScreen';
import { Accounts } from './Accounts';
import { AllCommunities } from './communities/AllCommunities';
import { HouseRulesAdmin } from './house-rules/HouseRulesAdmin';
import { Invitations } from './Invitations';
import { OrganisationSettings } from './organisation/OrganisationSettings';
import { SystemState } from './system/SystemState';

type Tab = 'people' | AdminTab;

/** For administrators: who is in, and who is asked in. To others this place does not exist. */
export function AdminScreen() {
  const text = useText();
  const title = text('nav.admin');
  const { user } = useSession();
  const navigate = useNavigate();
  const { tab = 'people' } = useSearch({ from: '/inside/admin' });
  useTitle(title);
  if (user.role !== 'admin') return <NotFoundScreen />;
  return (
    <div className="max-w-[46rem]">
      <ScreenHeader title={title} />
      <div className="pt-2">
        <Tabs<Tab>
          label={title}
          tabs={[
            { id: 'people', label: <T id="admin.people" /> },
            { id: 'invitations', label: <T id="admin.invitations" /> },
            { id: 'communities', label: <T id="nav.communities-short" /> },
            { id: 'organisation', label: <T id="admin.organisation" /> },
            { id: 'rules', label: <T id="house-rules.title" /> },
            { id: 'system', label: <T id="admin.system" /> },
          ]}
          chosen={tab}
          onChoose={(chosen) =>
            void navigate({
              to: '/admin',
              search: chosen === 'people' ? {} : { tab: chosen },
              replace: true,
            })
          }
        >
          {tab === 'people' && <Accounts />}
          {tab === 'invitations' && <Invitations />}
          {tab === 'rules' && <HouseRulesAdmin />}
          {tab === 'communities' && <AllCommunities />}
          {tab === 'organisation' && <OrganisationSettings />}
          {tab === 'system' && <SystemState />}
        </Tabs>
      </div>
    </div>
  );
}
