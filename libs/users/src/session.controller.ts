import { Body, Controller, Delete, Get, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentViewer, type Viewer } from '#access';
import { Answers, OwnLimits } from '#platform';
import { CurrentDevice, type Device } from './device.ts';
import { LogInRequest } from './dto/log-in.dto.ts';
import { SessionView } from './dto/session.view.ts';
import { EndSessions } from './end-sessions.service.ts';
import { LogIn } from './log-in.service.ts';
import { SessionReader } from './session.reader.ts';
import { SessionCookies } from './session-cookies.ts';

/** The session of whoever asks. */
@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly logIn: LogIn,
    private readonly endSessions: EndSessions,
    private readonly sessions: SessionReader,
    private readonly cookies: SessionCookies,
  ) {}

  @Post()
  @OwnLimits()
  @Answers(SessionView, { status: 201, about: 'Sets the session cookie.' })
  async begin(
    @CurrentViewer() before: Viewer | undefined,
    @Body() request: LogInRequest,
    @CurrentDevice() device: Device,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const token = await this.logIn.with(request, device);
    if (before) await this.endSessions.logOut(before);
    this.cookies.give(reply, token, device);
    return this.sessions.ofToken(token);
  }

  @Get()
  @Answers(SessionView)
  show(@CurrentViewer() viewer: Viewer): Promise<SessionView> {
    return this.sessions.ofViewer(viewer);
  }

  @Delete()
  @Answers()
  async end(@CurrentViewer() viewer: Viewer, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.endSessions.logOut(viewer);
    this.cookies.take(reply);
  }
}
