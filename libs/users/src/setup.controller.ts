import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Answers } from '#platform';
import { CurrentDevice, type Device } from './device.ts';
import { SessionView } from './dto/session.view.ts';
import { SetUpRequest, SetupView } from './dto/set-up.dto.ts';
import { SessionReader } from './session.reader.ts';
import { SessionCookies } from './session-cookies.ts';
import { SetUp } from './set-up.service.ts';

@ApiTags('setup')
@Controller('api/v1/setup')
export class SetupController {
  constructor(
    private readonly setUp: SetUp,
    private readonly sessions: SessionReader,
    private readonly cookies: SessionCookies,
  ) {}

  @Get()
  @Answers(SetupView)
  state(): Promise<SetupView> {
    return this.setUp.state();
  }

  @Post()
  @Answers(SessionView, { status: 201 })
  async begin(
    @Body() request: SetUpRequest,
    @CurrentDevice() device: Device,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const token = await this.setUp.with(request, device);
    this.cookies.give(reply, token, device);
    return this.sessions.ofToken(token);
  }
}
