import { useMutation } from '@tanstack/react-query';
import { del, patch, post } from './http';
import { keys } from './keys';
import { queryClient } from './query-client';
import type {
  ChangeCommunity,
  CommunityView,
  CreateCommunity,
  CreateMilestone,
  Milestone,
  Visibility,
} from './types';

/** What one may say of a community. Days and purpose are empty texts where there are none. */
export interface CommunityForm {
  kind: 'project' | 'group';
  name: string;
  visibility: Visibility;
  purpose: string;
  startsOn: string;
  endsOn: string;
  status: NonNullable<CommunityView['status']>;
  milestones: MilestoneForm[];
  /** Its colour, 0 to 359. Of a new one Kring chooses it. */
  hue: number;
  picture: { id: string; url: string } | null;
}

export interface MilestoneForm {
  /** The server's id, or one of our own for a line that is new. */
  id: string;
  isNew: boolean;
  title: string;
  dueOn: string;
}

export function formOf(community: CommunityView): CommunityForm {
  return {
    kind: community.kind === 'project' ? 'project' : 'group',
    name: community.name,
    visibility: community.visibility,
    purpose: community.purpose ?? '',
    startsOn: community.startsOn ?? '',
    endsOn: community.endsOn ?? '',
    status: community.status ?? 'active',
    hue: community.hue,
    picture: community.picture ? { id: community.picture.split('/').at(-1)!, url: community.picture } : null,
    milestones: community.milestones.map(({ id, title, dueOn }) => ({
      id,
      isNew: false,
      title,
      dueOn: dueOn ?? '',
    })),
  };
}

const facts = ['name', 'visibility', 'purpose', 'startsOn', 'endsOn', 'status'] as const;
const ofProjects = ['startsOn', 'endsOn', 'status'];

/** What differs, as the server wants it: nothing said twice, nothing of projects for a group. */
export function changesOf(form: CommunityForm, base: CommunityForm): Omit<ChangeCommunity, 'version'> {
  const changed = facts.filter(
    (field) => form[field] !== base[field] && (form.kind === 'project' || !ofProjects.includes(field)),
  );
  return {
    ...Object.fromEntries(changed.map((field) => [field, form[field].trim() || null])),
    ...(form.hue !== base.hue ? { hue: form.hue } : {}),
    ...(form.picture?.id !== base.picture?.id ? { pictureId: form.picture?.id ?? null } : {}),
  };
}

/** Somebody else saved first: what I did not touch becomes theirs, what I wrote stays mine. */
export function rebase(form: CommunityForm, base: CommunityForm, theirs: CommunityForm): CommunityForm {
  const untouched = facts.filter((field) => form[field] === base[field]);
  return {
    ...form,
    ...Object.fromEntries(untouched.map((field) => [field, theirs[field]])),
    hue: form.hue === base.hue ? theirs.hue : form.hue,
    picture: form.picture?.id === base.picture?.id ? theirs.picture : form.picture,
  };
}

/** Lines without a title are lines nobody filled in. */
export const namedMilestones = (form: CommunityForm) =>
  form.kind === 'project' ? form.milestones.filter(({ title }) => title.trim() !== '') : [];

const asMilestone = ({ title, dueOn }: MilestoneForm): CreateMilestone => ({
  title: title.trim(),
  dueOn: dueOn || null,
});

function keep(community: CommunityView): void {
  queryClient.setQueryData(keys.community(community.id), community);
  void queryClient.invalidateQueries({ queryKey: ['communities'] });
  void queryClient.invalidateQueries({ queryKey: keys.myCommunities });
}

export const useCreateCommunity = () =>
  useMutation({
    mutationFn: (form: CommunityForm) => {
      const { kind, name, visibility, purpose, startsOn, endsOn, status } = form;
      const shared = { kind, name: name.trim(), visibility, purpose: purpose.trim() || null };
      const project = { startsOn: startsOn || null, endsOn: endsOn || null, status };
      const milestones = namedMilestones(form).map(asMilestone);
      const body: CreateCommunity = kind === 'project' ? { ...shared, ...project, milestones } : shared;
      return post<CommunityView>('/communities', { body });
    },
    onSuccess: keep,
  });

interface Edit {
  form: CommunityForm;
  base: CommunityForm;
  version: number;
}

export const useEditCommunity = (id: string) =>
  useMutation({
    mutationFn: async ({ form, base, version }: Edit) => {
      const changes = changesOf(form, base);
      if (Object.keys(changes).length > 0)
        await patch(`/communities/${id}`, { body: { ...changes, version } satisfies ChangeCommunity });
      await saveMilestones(id, namedMilestones(form), base.milestones);
    },
    onSettled: () =>
      Promise.all(
        [keys.community(id), ['communities'], keys.myCommunities].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
  });

async function saveMilestones(communityId: string, wanted: MilestoneForm[], before: MilestoneForm[]) {
  const path = `/communities/${communityId}/milestones`;
  const kept = new Set(wanted.map(({ id }) => id));
  for (const gone of before.filter(({ id }) => !kept.has(id))) await del(`${path}/${gone.id}`);
  for (const one of wanted) {
    const old = before.find(({ id }) => id === one.id);
    if (one.isNew) await post<Milestone>(path, { body: asMilestone(one) });
    else if (old?.title !== one.title || old?.dueOn !== one.dueOn)
      await patch(`${path}/${one.id}`, { body: asMilestone(one) });
  }
}

export const useChangeStatus = ({ id, version }: CommunityView) =>
  useMutation({
    mutationFn: (status: CommunityForm['status']) =>
      patch<CommunityView>(`/communities/${id}`, { body: { status, version } satisfies ChangeCommunity }),
    onSuccess: keep,
    onError: () => queryClient.invalidateQueries({ queryKey: keys.community(id) }),
  });

export const useArchive = (id: string) =>
  useMutation({
    mutationFn: async (archived: boolean) => {
      if (archived) await del(`/communities/${id}`);
      else await post(`/communities/${id}/restore`);
    },
    onSuccess: () =>
      Promise.all(
        [keys.community(id), ['communities'], keys.myCommunities].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
  });
