import { Controller, Get, Headers, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AnswersFile, IdParam } from '#platform';
import { DownloadReader } from './download.reader.ts';
import { answerWith } from './files.controller.ts';

/** The organisation's logo, for everybody: the log-in page shows it. */
@ApiTags('organisation')
@Controller('api/v1/organisation/logo')
export class LogoController {
  constructor(private readonly downloads: DownloadReader) {}

  @Get(':logoId')
  @AnswersFile('image/*', { about: 'The picture, if it is the logo now.' })
  async download(
    @IdParam('logoId') id: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return answerWith(await this.downloads.logo(id), known, reply);
  }
}
