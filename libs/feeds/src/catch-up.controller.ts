import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentViewer, type Viewer } from '#access';
import { Answers, FromReplica } from '#platform';
import { CatchUpReader } from './catch-up.reader.ts';
import { CatchUpCount, CatchUpStep, CatchUpView } from './dto/catch-up.view.ts';
import { CatchUpDoneRequest, CatchUpUndoRequest } from './dto/catch-up-done.dto.ts';
import { FinishCatchUp } from './finish-catch-up.service.ts';

@ApiTags('feeds')
@Controller('api/v1/catch-up')
export class CatchUpController {
  constructor(
    private readonly reader: CatchUpReader,
    private readonly finish: FinishCatchUp,
  ) {}

  /** What I have not read since I last caught up, what concerns me first. Reading it changes nothing. */
  @Get()
  @FromReplica()
  @Answers(CatchUpView)
  read(@CurrentViewer() viewer: Viewer): Promise<CatchUpView> {
    return this.reader.of(viewer);
  }

  /** How much that is. */
  @Get('count')
  @FromReplica()
  @Answers(CatchUpCount)
  count(@CurrentViewer() viewer: Viewer): Promise<CatchUpCount> {
    return this.reader.count(viewer);
  }

  /** Puts aside what was listed, up to where it was listed. */
  @Post('done')
  @Answers(CatchUpStep)
  async done(@CurrentViewer() viewer: Viewer, @Body() request: CatchUpDoneRequest): Promise<CatchUpStep> {
    return { id: await this.finish.done(viewer, request) };
  }

  /** Takes my last "done" back. */
  @Post('undo')
  @Answers()
  undo(@CurrentViewer() viewer: Viewer, @Body() { id }: CatchUpUndoRequest): Promise<void> {
    return this.finish.undo(viewer, id);
  }
}
