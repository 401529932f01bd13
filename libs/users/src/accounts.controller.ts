import { Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AdminOnly, CurrentViewer, type Viewer } from '#access';
import { Answers, AnswersPage, IdParam, type Page } from '#platform';
import { ResetLinkView } from './dto/reset-link.dto.ts';
import { OpenSessionView } from './dto/session.view.ts';
import { EndSessions } from './end-sessions.service.ts';
import { MakeResetLink } from './make-reset-link.service.ts';
import { SessionReader } from './session.reader.ts';

/** What an administrator does for the account of somebody else. */
@ApiTags('users')
@AdminOnly()
@Controller('api/v1/users/:id')
export class AccountsController {
  constructor(
    private readonly resetLink: MakeResetLink,
    private readonly sessions: SessionReader,
    private readonly endSessions: EndSessions,
  ) {}

  @Post('reset-link')
  @Answers(ResetLinkView, { status: 201, about: 'Valid for an hour; ends the one made before.' })
  makeResetLink(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<ResetLinkView> {
    return this.resetLink.for(viewer, id);
  }

  @Get('sessions')
  @AnswersPage(OpenSessionView)
  listSessions(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<Page<OpenSessionView>> {
    return this.sessions.of(viewer, id);
  }

  @Delete('sessions')
  @Answers(undefined, { about: 'Ends all but the one that asks.' })
  endAllSessions(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<void> {
    return this.endSessions.allOf(viewer, id);
  }

  @Delete('sessions/:sessionId')
  @Answers()
  endSession(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @IdParam('sessionId') sessionId: string,
  ): Promise<void> {
    return this.endSessions.oneOf(viewer, id, sessionId);
  }
}
