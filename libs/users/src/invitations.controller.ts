import { Body, Controller, Delete, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AdminOnly, CurrentViewer, type Viewer } from '#access';
import { Answers, AnswersPage, IdParam, type Page, PageQuery } from '#platform';
import { AcceptInvitation } from './accept-invitation.service.ts';
import { CurrentDevice, type Device } from './device.ts';
import { InviteManyRequest, InviteRequest } from './dto/invitation.dto.ts';
import { InvitationCard, InvitationView, InvitedList, NewInvitationView } from './dto/invitation.view.ts';
import { NewAccount } from './dto/new-account.dto.ts';
import { SessionView } from './dto/session.view.ts';
import { InvitationsReader } from './invitations.reader.ts';
import { Invite } from './invite.service.ts';
import { InviteMany } from './invite-many.service.ts';
import { SessionReader } from './session.reader.ts';
import { SessionCookies } from './session-cookies.ts';

@ApiTags('invitations')
@Controller('api/v1/invitations')
export class InvitationsController {
  constructor(
    private readonly invite: Invite,
    private readonly inviteMany: InviteMany,
    private readonly acceptance: AcceptInvitation,
    private readonly invitations: InvitationsReader,
    private readonly sessions: SessionReader,
    private readonly cookies: SessionCookies,
  ) {}

  @Post()
  @AdminOnly()
  @Answers(NewInvitationView, { status: 201 })
  create(@CurrentViewer() viewer: Viewer, @Body() request: InviteRequest): Promise<NewInvitationView> {
    return this.invite.create(viewer, request);
  }

  @Post('many')
  @AdminOnly()
  @Answers(InvitedList, { about: 'Each line is answered by itself, in the order of the lines.' })
  createMany(@CurrentViewer() viewer: Viewer, @Body() request: InviteManyRequest): Promise<InvitedList> {
    return this.inviteMany.create(viewer, request);
  }

  @Get()
  @AdminOnly()
  @AnswersPage(InvitationView)
  list(@Query() page: PageQuery): Promise<Page<InvitationView>> {
    return this.invitations.list(page);
  }

  @Delete(':id')
  @AdminOnly()
  @Answers()
  revoke(@IdParam('id') id: string): Promise<void> {
    return this.invite.revoke(id);
  }

  @Get(':token')
  @Answers(InvitationCard)
  lookAt(@Param('token') token: string): Promise<InvitationCard> {
    return this.acceptance.lookAt(token);
  }

  @Post(':token/accept')
  @Answers(SessionView, { status: 201, about: 'Sets the session cookie.' })
  async accept(
    @Param('token') token: string,
    @Body() account: NewAccount,
    @CurrentDevice() device: Device,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const session = await this.acceptance.accept(token, account, device);
    this.cookies.give(reply, session, device);
    return this.sessions.ofToken(session);
  }
}
