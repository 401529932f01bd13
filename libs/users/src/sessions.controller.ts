import { Controller, Delete, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentViewer, type Viewer } from '#access';
import { Answers, AnswersPage, IdParam, type Page } from '#platform';
import { OpenSessionView } from './dto/session.view.ts';
import { EndSessions } from './end-sessions.service.ts';
import { SessionReader } from './session.reader.ts';

/** Where somebody is logged in. */
@ApiTags('session')
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly endSessions: EndSessions,
  ) {}

  @Get()
  @AnswersPage(OpenSessionView)
  list(@CurrentViewer() viewer: Viewer): Promise<Page<OpenSessionView>> {
    return this.sessions.mine(viewer);
  }

  @Delete(':id')
  @Answers()
  end(@CurrentViewer() viewer: Viewer, @IdParam('id') id: string): Promise<void> {
    return this.endSessions.one(viewer, id);
  }

  @Delete()
  @Answers(undefined, { about: 'Ends all but the one that asks.' })
  endOthers(@CurrentViewer() viewer: Viewer): Promise<void> {
    return this.endSessions.others(viewer);
  }
}
