import { Body, Controller, Delete, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentViewer, type Viewer } from '#access';
import { Answers, AnswersPage, FromReplica, IdParam, type Page } from '#platform';
import { AdmitService } from './admit.service.ts';
import { MembershipView } from './dto/community.view.ts';
import {
  ChangeMembership,
  GiveRole,
  InvitePeople,
  JoinedView,
  ListMembers,
  MemberView,
  WaitingView,
} from './dto/members.dto.ts';
import { InviteService } from './invite.service.ts';
import { JoinService } from './join.service.ts';
import { MembersReader } from './members.reader.ts';

@ApiTags('members')
@Controller('api/v1/communities/:id')
export class MembersController {
  constructor(
    private readonly members: MembersReader,
    private readonly joining: JoinService,
    private readonly admitting: AdmitService,
    private readonly inviting: InviteService,
  ) {}

  @Get('members')
  @FromReplica()
  @AnswersPage(MemberView, { about: 'By name.' })
  list(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Query() query: ListMembers,
  ): Promise<Page<MemberView>> {
    return this.members.list(viewer, id, query);
  }

  @Put('members/:userId')
  @Answers(MemberView, { about: 'Lets somebody in, answers their request, or gives them another role.' })
  admit(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @IdParam('userId') userId: string,
    @Body() { role = 'member' }: GiveRole,
  ): Promise<MemberView> {
    return this.admitting.admit(viewer, id, userId, role);
  }

  @Delete('members/:userId')
  @Answers()
  remove(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @IdParam('userId') userId: string,
  ): Promise<void> {
    return this.admitting.remove(viewer, id, userId);
  }

  @Post('join')
  @Answers(JoinedView)
  join(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<JoinedView> {
    return this.joining.join(viewer, id);
  }

  @Post('leave')
  @Answers()
  leave(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<void> {
    return this.joining.leave(viewer, id);
  }

  @Patch('membership')
  @Answers(MembershipView, { about: 'How much of it you want to be told.' })
  setLevel(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Body() wish: ChangeMembership,
  ): Promise<MembershipView> {
    return this.joining.setLevel(viewer, id, wish);
  }

  @Get('requests')
  @AnswersPage(WaitingView, { about: 'For owners and moderators.' })
  requests(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<Page<WaitingView>> {
    return this.members.requests(viewer, id);
  }

  @Delete('requests/:userId')
  @Answers(undefined, { about: 'Refuses it; your own: withdraws it.' })
  closeRequest(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @IdParam('userId') userId: string,
  ): Promise<void> {
    return this.admitting.closeRequest(viewer, id, userId);
  }

  @Get('invitations')
  @AnswersPage(WaitingView, { about: 'For owners and moderators.' })
  invitations(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<Page<WaitingView>> {
    return this.members.invitations(viewer, id);
  }

  @Post('invitations')
  @Answers()
  invite(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Body() { userIds }: InvitePeople,
  ): Promise<void> {
    return this.inviting.invite(viewer, id, userIds);
  }

  @Delete('invitations/:userId')
  @Answers(undefined, { about: 'Takes it back; your own: declines it.' })
  withdrawInvitation(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @IdParam('userId') userId: string,
  ): Promise<void> {
    return this.inviting.withdraw(viewer, id, userId);
  }
}
