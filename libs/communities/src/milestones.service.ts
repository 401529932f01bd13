import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { EventLog, notFound, type RecordingTransaction } from '#platform';
import { announce } from './announce.ts';
import { isoTime } from './communities.queries.ts';
import type { MilestoneView } from './dto/community.view.ts';
import type { ChangeMilestone, CreateMilestone } from './dto/milestone.dto.ts';
import { forbidden, lockManaged, refuseArchived } from './standing.ts';

/** Bounds what every view of a project carries. */
const MOST = 100;
const VIEW = `id, title, due_on AS "dueOn", ${isoTime('done_at')} AS "doneAt"`;

/** The milestones of a project, kept by its owners and moderators. */
@Injectable()
export class MilestonesService {
  constructor(private readonly eventLog: EventLog) {}

  add(viewer: Viewer, projectId: string, { title, dueOn }: CreateMilestone): Promise<MilestoneView> {
    return this.change(viewer, projectId, async (transaction) => {
      const [made] = await transaction.query<MilestoneView>(
        `INSERT INTO milestones (community_id, title, due_on)
         SELECT $1, $2, $3 WHERE (SELECT count(*) FROM milestones WHERE community_id = $1) < ${MOST}
         RETURNING ${VIEW}`,
        [projectId, title, dueOn ?? null],
      );
      if (!made) throw forbidden(`A project has at most ${MOST} milestones.`);
      return made;
    });
  }

  alter(viewer: Viewer, projectId: string, id: string, wish: ChangeMilestone): Promise<MilestoneView> {
    return this.change(viewer, projectId, async (transaction) => {
      const [changed] = await transaction.query<MilestoneView>(
        `UPDATE milestones SET
           title = coalesce($3, title),
           due_on = CASE WHEN $4 THEN $5::date ELSE due_on END,
           done_at = CASE WHEN $6::boolean THEN coalesce(done_at, now()) WHEN NOT $6 THEN NULL ELSE done_at END,
           done_by = CASE WHEN $6 THEN coalesce(done_by, $7::uuid) WHEN NOT $6 THEN NULL ELSE done_by END
         WHERE community_id = $1 AND id = $2 RETURNING ${VIEW}`,
        [
          projectId,
          id,
          wish.title ?? null,
          wish.dueOn !== undefined,
          wish.dueOn ?? null,
          wish.done ?? null,
          viewer.userId,
        ],
      );
      if (!changed) throw notFound();
      return changed;
    });
  }

  async remove(viewer: Viewer, projectId: string, id: string): Promise<void> {
    await this.change(viewer, projectId, async (transaction) => {
      const gone = await transaction.query(
        'DELETE FROM milestones WHERE community_id = $1 AND id = $2 RETURNING id',
        [projectId, id],
      );
      if (gone.length === 0) throw notFound();
    });
  }

  private change<T>(
    viewer: Viewer,
    projectId: string,
    work: (transaction: RecordingTransaction) => Promise<T>,
  ): Promise<T> {
    return this.eventLog.write(async (transaction) => {
      const project = await lockManaged(transaction, viewer, projectId);
      if (project.kind !== 'project') throw forbidden('Only projects have milestones.');
      refuseArchived(project);
      const result = await work(transaction);
      await announce(transaction, 'community.changed', project, viewer.userId, 'inside');
      return result;
    });
  }
}
