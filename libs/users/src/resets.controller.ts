import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Answers } from '#platform';
import { CurrentDevice, type Device } from './device.ts';
import { ResetCard, ResetPasswordRequest } from './dto/reset-link.dto.ts';
import { SessionView } from './dto/session.view.ts';
import { ResetPassword } from './reset-password.service.ts';
import { SessionReader } from './session.reader.ts';
import { SessionCookies } from './session-cookies.ts';

/** The way back in for who forgot the password. */
@ApiTags('session')
@Controller('api/v1/resets')
export class ResetsController {
  constructor(
    private readonly reset: ResetPassword,
    private readonly sessions: SessionReader,
    private readonly cookies: SessionCookies,
  ) {}

  @Get(':token')
  @Answers(ResetCard)
  lookAt(@Param('token') token: string): Promise<ResetCard> {
    return this.reset.lookAt(token);
  }

  @Post(':token')
  @Answers(SessionView, { status: 201, about: 'Ends all sessions, and sets the cookie of a new one.' })
  async use(
    @Param('token') token: string,
    @Body() { password }: ResetPasswordRequest,
    @CurrentDevice() device: Device,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const session = await this.reset.with(token, password, device);
    this.cookies.give(reply, session, device);
    return this.sessions.ofToken(session);
  }
}
