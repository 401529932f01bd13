import { Controller, Get, Headers, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentViewer, type Viewer } from '#access';
import { Answers, AnswersFile, IdParam } from '#platform';
import { type Download, DownloadReader } from './download.reader.ts';
import { FileView } from './dto/file.view.ts';
import { UploadService } from './upload.service.ts';
import { PURPOSES } from './upload-form.ts';

@ApiTags('files')
@Controller('api/v1/files')
export class FilesController {
  constructor(
    private readonly uploads: UploadService,
    private readonly downloads: DownloadReader,
  ) {}

  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary' },
        purpose: { type: 'string', enum: [...PURPOSES], default: 'attachment' },
      },
    },
  })
  @Answers(FileView, { status: 201, about: 'At most 100 MB; portraits, pictures and logos 5 MB.' })
  upload(@CurrentViewer() viewer: Viewer, @Req() request: FastifyRequest): Promise<FileView> {
    return this.uploads.upload(viewer, request);
  }

  @Get(':id')
  @AnswersFile('application/octet-stream', { about: 'The content.' })
  async download(
    @CurrentViewer() viewer: Viewer,
    @IdParam('id') id: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return answerWith(await this.downloads.download(viewer, id), known, reply);
  }
}

/** The content, or 304 for who has it already. */
export async function answerWith(
  { headers, size, content }: Download,
  known: string | undefined,
  reply: FastifyReply,
): Promise<StreamableFile | undefined> {
  const stream = known === headers.ETag ? null : await content();
  reply.headers(headers);
  if (stream) return new StreamableFile(stream, { length: size });
  reply.status(304);
  return undefined;
}
