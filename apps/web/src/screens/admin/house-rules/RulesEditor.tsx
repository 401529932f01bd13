import { useState } from 'react';
import { usePreviewRules, usePublishRules } from '~/data/house-rules';
import type { HouseRulesState } from '~/data/types';
import { T } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { PostBody } from '~/parts/posts/PostBody';
import { useFormProblem } from '~/parts/use-form-problem';
import { Button } from '~/ui/Button';
import { Dialog } from '~/ui/Dialog';
import { TextField } from '~/ui/TextField';
import { useUnpublished } from './use-unpublished';

/** Writes the next version, beginning from the one that holds. What is not published yet waits on this device. */
export function RulesEditor({ state }: { state: HouseRulesState }) {
  const published = state.current?.body ?? '';
  const [body, write, forget] = useUnpublished(state.version, published);
  const [changes, setChanges] = useState('');
  const [isAsked, ask] = useState(false);
  const preview = usePreviewRules();
  const publish = usePublishRules();
  const { problem, fields } = useFormProblem(publish.error ?? preview.error);
  const isNew = body.trim() !== '' && body.trim() !== published.trim();

  function send() {
    const wish = { body, version: state.version, ...(changes.trim() && { changes: changes.trim() }) };
    publish.mutate(wish, {
      onSuccess: () => forget(),
      onSettled: () => ask(false),
    });
  }

  return (
    <section className="flex flex-col gap-4">
      <TextField
        label={<T id="rules-admin.text" />}
        hint={<T id="rules-admin.text-hint" />}
        value={body}
        onChange={(next) => {
          write(next);
          preview.reset();
        }}
        lines={12}
        maxLength={40_000}
        error={fields.body}
      />
      {state.version > 0 && (
        <TextField
          label={<T id="rules-admin.changes" />}
          hint={<T id="rules-admin.changes-hint" />}
          value={changes}
          onChange={setChanges}
          maxLength={500}
          error={fields.changes}
        />
      )}
      <FormProblem problem={problem} />
      <div className="flex flex-wrap gap-2">
        <Button
          isDisabled={body.trim() === ''}
          isPending={preview.isPending}
          onPress={() => preview.mutate(body)}
        >
          <T id="rules-admin.preview" />
        </Button>
        <Button look="primary" isDisabled={!isNew} onPress={() => ask(true)}>
          <T id="rules-admin.publish" />
        </Button>
      </div>
      {preview.data && (
        <div
          className="max-w-measure rounded-md border border-line px-4 py-3 wrap-anywhere"
          aria-live="polite"
        >
          <PostBody html={preview.data.html} />
        </div>
      )}
      <Dialog
        isOpen={isAsked}
        isAlert
        onClose={() => ask(false)}
        title={<T id="rules-admin.publish-title" version={state.version + 1} />}
        actions={
          <>
            <Button onPress={() => ask(false)}>
              <T id="cancel" />
            </Button>
            <Button look="primary" isPending={publish.isPending} onPress={send}>
              <T id="rules-admin.publish" />
            </Button>
          </>
        }
      >
        <p className="pb-2">
          <T id="rules-admin.publish-text" />
        </p>
      </Dialog>
    </section>
  );
}
