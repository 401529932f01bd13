import { Body, Controller, Delete, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentViewer, type Viewer } from '#access';
import { Answers, IdParam } from '#platform';
import { MilestoneView } from './dto/community.view.ts';
import { ChangeMilestone, CreateMilestone } from './dto/milestone.dto.ts';
import { MilestonesService } from './milestones.service.ts';

@ApiTags('communities')
@Controller('api/v1/communities/:id/milestones')
export class MilestonesController {
  constructor(private readonly milestones: MilestonesService) {}

  @Post()
  @Answers(MilestoneView, { status: 201 })
  add(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Body() wish: CreateMilestone,
  ): Promise<MilestoneView> {
    return this.milestones.add(viewer, id, wish);
  }

  @Patch(':milestoneId')
  @Answers(MilestoneView)
  alter(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @IdParam('milestoneId') milestoneId: string,
    @Body() wish: ChangeMilestone,
  ): Promise<MilestoneView> {
    return this.milestones.alter(viewer, id, milestoneId, wish);
  }

  @Delete(':milestoneId')
  @Answers()
  remove(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @IdParam('milestoneId') milestoneId: string,
  ): Promise<void> {
    return this.milestones.remove(viewer, id, milestoneId);
  }
}
