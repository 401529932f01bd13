import { useEffect } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useAcceptRules, useHouseRules } from '~/data/house-rules';
import { useSession } from '~/data/session';
import { T } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { HouseRulesText } from '~/parts/HouseRulesText';
import { LogOutLink } from '~/parts/LogOutLink';
import { OrganisationMark } from '~/parts/organisation/OrganisationMark';
import { useFormProblem } from '~/parts/use-form-problem';
import { Button } from '~/ui/Button';

/** The rules, to be read and accepted before going on. Without a connection there is nothing to cover for. */
export function HouseRulesCover({ version }: { version: number }) {
  const { organisation } = useSession();
  const { data, refetch } = useHouseRules();
  const accept = useAcceptRules();
  const { problem } = useFormProblem(accept.error);
  const rules = data?.current;
  const isOther = rules !== undefined && rules?.version !== version;
  useEffect(() => {
    if (isOther) void refetch();
  }, [isOther, refetch]);
  if (!rules) return null;
  return (
    <ModalOverlay isOpen isKeyboardDismissDisabled className="fixed inset-0 z-40 overflow-y-auto bg-paper">
      <Modal>
        <Dialog role="alertdialog" className="outline-none">
          <div className="mx-auto flex max-w-[42rem] flex-col gap-6 px-5 pt-10 pb-8 sm:pt-[10vh]">
            <div className="flex items-center gap-2.5 text-lead font-semibold">
              <OrganisationMark logo={organisation.logo} size={32} />
              <span className="min-w-0 wrap-anywhere">{organisation.name}</span>
            </div>
            <div className="flex flex-col gap-2">
              <Heading slot="title" level={1} className="text-page">
                <T id="house-rules.title" />
              </Heading>
              <p className="max-w-measure text-quiet">
                <T id="house-rules.lead" />
              </p>
            </div>
            <HouseRulesText rules={rules} />
          </div>
          <div className="sticky bottom-0 border-t border-line bg-paper">
            <div className="mx-auto flex max-w-[42rem] flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-4">
              <LogOutLink />
              <Button
                look="primary"
                isPending={accept.isPending}
                onPress={() => accept.mutate(rules.version)}
              >
                <T id="house-rules.accept" />
              </Button>
              <FormProblem problem={problem} />
            </div>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
