import { useMutation } from '@tanstack/react-query';
import { useEditProfile } from '~/data/account';
import { useSession } from '~/data/session';
import { FormProblem } from '~/parts/FormProblem';
import { Portrait } from '~/parts/Portrait';
import { PictureButtons } from '~/parts/pictures/PictureButtons';
import { uploadSquare } from '~/parts/pictures/upload-square';
import { useFormProblem } from '~/parts/use-form-problem';

/** My picture: made square and small here, then sent, and shown at once everywhere. */
export function PortraitField() {
  const { user } = useSession();
  const edit = useEditProfile();
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const { id } = await uploadSquare('portrait', file);
      return edit.mutateAsync({ portraitId: id });
    },
  });
  const { problem } = useFormProblem(upload.error ?? edit.error);

  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-5">
        <Portrait person={user} size={88} />
        <PictureButtons
          hasPicture={user.portrait !== null}
          isPending={upload.isPending}
          isRemoving={edit.isPending}
          onChoose={upload.mutate}
          onRemove={() => edit.mutate({ portraitId: null })}
        />
      </div>
      <FormProblem problem={problem} />
    </div>
  );
}
